"""Asks for one address, as little as will do, and says what came of it."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from threading import Event, Timer
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from django.conf import settings
from django.utils import timezone
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, SSLError
from urllib3.response import BaseHTTPResponse

from .choices import LinkResult
from .public_net import NoSuchHost, NotPublic, public_address

MOST_REDIRECTS = 5
MOST_BYTES = 2048
# Seconds: to be let in, to hear anything, and for all of one request, however slowly it drips.
TIMEOUT = 10.0
DEADLINE = 20.0
PERMANENT = {301, 308}
REDIRECTS = {301, 302, 303, 307, 308}
# Says nothing about the page: it is kept from machines, or from us just now.
UNSURE = {401, 402, 403, 407, 425, 429, 451, 999}
GONE = {404, 410}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking. `moved_to` is where the address has moved for good; `wait` is asked for in seconds."""

    result: LinkResult
    status: int | None = None
    moved_to: str = ""
    wait: int = 0


def ask(url: str) -> Answer:
    """Ask for an address and follow where it leads, five steps at most."""
    seen, for_good, here = {url}, True, url
    for _step in range(MOST_REDIRECTS + 1):
        answer, onward = _ask_once(here)
        if onward is None:
            moved = answer.result == LinkResult.WORKS and for_good and here != url
            return Answer(answer.result, answer.status, here if moved else "", answer.wait)
        for_good = for_good and answer.status in PERMANENT
        here = onward
        if here in seen:
            break
        seen.add(here)
    return Answer(LinkResult.LOOP, answer.status)


def _ask_once(url: str) -> tuple[Answer, str | None]:
    """The answer of one address, and where it sends us on to."""
    try:
        parts = urlsplit(url)
        status, location, wait = _request("HEAD", parts)
        if status >= 400 and status not in (429, 503):
            # Many servers know no HEAD, or answer it otherwise: what visitors use decides.
            status, location, wait = _request("GET", parts)
    except NotPublic:
        return Answer(LinkResult.NOT_PUBLIC), None
    except NoSuchHost:
        return Answer(LinkResult.NO_HOST), None
    except (SSLError, ssl.SSLError):
        return Answer(LinkResult.INSECURE), None
    except (HTTPError, HTTPException, OSError, ValueError):
        return Answer(LinkResult.SILENT), None
    if status in REDIRECTS and location:
        return Answer(LinkResult.WORKS, status), urljoin(url, location)
    return Answer(_result_of(status, wait), status, wait=wait), None


def _result_of(status: int, wait: int) -> LinkResult:
    if status < 400 or status == 416:  # 416: it is there, and shorter than what we asked for
        return LinkResult.WORKS
    if status in UNSURE or (status == 503 and wait):
        return LinkResult.UNSURE
    return LinkResult.MISSING if status in GONE else LinkResult.FAULT


def _request(method: str, parts: SplitResult) -> tuple[int, str, int]:
    """Status, where to go on, and how many seconds we are asked to wait; at most the first 2 KB are read."""
    address, port = public_address(parts)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    connection: HTTPConnection
    if parts.scheme == "https":
        connection = HTTPSConnection(
            address,
            port,
            timeout=TIMEOUT,
            ssl_context=ssl.create_default_context(),
            server_hostname=host,
            assert_hostname=host,
        )
    else:
        connection = HTTPConnection(address, port, timeout=TIMEOUT)
    too_late = Event()
    end = Timer(DEADLINE, _hang_up, [connection, too_late])
    end.start()
    try:
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (f"?{_query(parts)}" if parts.query else "")
        headers = {
            "Host": parts.netloc.encode("idna").decode("ascii"),
            "User-Agent": f"Indsatskatalog-link-check/1.0 (+{settings.BASE_URL})",
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            "Connection": "close",
            **({"Range": f"bytes=0-{MOST_BYTES - 1}"} if method == "GET" else {}),
        }
        connection.request(method, path, headers=headers, preload_content=False, decode_content=False)
        response = connection.getresponse()
        if method == "GET":
            response.read(MOST_BYTES)
        if too_late.is_set():
            raise TimeoutError  # what was read of it until then proves nothing
        return response.status, response.headers.get("Location", ""), _wait(response)
    finally:
        end.cancel()
        connection.close()


def _query(parts: SplitResult) -> str:
    return quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")


def _hang_up(connection: HTTPConnection, too_late: Event) -> None:
    """Ends a request that has gone on for too long, from another thread."""
    too_late.set()
    if connection.sock is not None:
        try:
            connection.sock.shutdown(2)
        except OSError:
            return  # it has ended by itself meanwhile


def _wait(response: BaseHTTPResponse) -> int:
    """Seconds of `Retry-After`, which is a number or a date; 0 without it."""
    said = response.headers.get("Retry-After", "").strip()
    if said.isdigit():
        return int(said)
    try:
        until: datetime = parsedate_to_datetime(said)
    except ValueError:
        return 0
    if timezone.is_naive(until):
        return 0
    return max(0, int((until - timezone.now()).total_seconds()))
