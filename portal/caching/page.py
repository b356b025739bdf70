"""A page as it is kept: compressed both ways, with its headers and a mark that tells one version from another."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from portal.delivery.encoding import FEWEST_BYTES, PREFERRED, accepted, decode, encode, is_text

LARGEST = 1_000_000
# These say how one answer travels; the others belong to the page.
TRAVELLING = frozenset({"content-length", "content-encoding", "date", "set-cookie", "connection"})
# Ask again each time: a page that has changed shows at the next look, and one that has not costs 300 bytes.
ASK_AGAIN = "public, max-age=0, must-revalidate"


@dataclass(frozen=True, slots=True)
class KeptPage:
    """`bodies` is by encoding; "" is as it is, for what is too small or no text."""

    headers: tuple[tuple[str, str], ...]
    bodies: dict[str, bytes]
    etag: str
    modified: int

    @classmethod
    def of(cls, response: HttpResponse) -> KeptPage:
        """The page in a response that `may_be_kept`."""
        body = response.content
        headers = {name: value for name, value in response.items() if name.lower() not in TRAVELLING}
        headers.setdefault("Cache-Control", ASK_AGAIN)
        # The language is in the path, and no cookie was asked for: nothing else makes the answer differ.
        headers["Vary"] = "Accept-Encoding"
        etag = headers.setdefault("ETag", f'W/"{hashlib.blake2b(body, digest_size=16).hexdigest()}"')
        # What has left a list changes it too, so a list's own newest date says too little.
        modified = int(time.time())
        headers["Last-Modified"] = http_date(modified)
        worth_it = is_text(headers.get("Content-Type", "")) and len(body) >= FEWEST_BYTES
        bodies = {name: encode(body, name) for name in PREFERRED} if worth_it else {"": body}
        return cls(tuple(headers.items()), bodies, etag, modified)

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """The page as this browser can read it, or 304 when it has it already."""
        encoding = accepted(request.headers.get("Accept-Encoding", ""))
        body = self._body(encoding)
        response = HttpResponse(body, headers=dict(self.headers))
        if encoding in self.bodies and encoding:
            response.headers["Content-Encoding"] = encoding
        response.headers["Content-Length"] = str(len(body))
        answer: Any = get_conditional_response(request, etag=self.etag, last_modified=self.modified, response=response)
        return answer or response

    def _body(self, encoding: str) -> bytes:
        if encoding in self.bodies:
            return self.bodies[encoding]
        known = next(iter(self.bodies))
        return decode(self.bodies[known], known) if known else self.bodies[known]


def may_be_kept(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether the response is a whole page that everybody may see."""
    if response.status_code != 200 or response.streaming or response.cookies:
        return False
    if getattr(request, "is_preview", False) or response.has_header("Content-Encoding"):
        return False
    control = response.headers.get("Cache-Control", "").lower()
    if any(word in control for word in ("private", "no-store", "no-cache")):
        return False
    varies = {name.strip().lower() for name in response.headers.get("Vary", "").split(",")}
    return not varies & {"cookie", "*"} and len(response.content) <= LARGEST
