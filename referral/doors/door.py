"""Following a link from a mail. Nobody signs in; a link shows and does nothing before a button is pressed.

So a mail scanner that opens every link learns nothing of anybody, and answers nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.visitors.throttling import has_room

from ..models import Referral
from ..secrecy import Unreadable
from .links import Link, Links, NoLink

logger = logging.getLogger(__name__)
MOST_FROM_ONE = 240
MOST_IN_ALL = 5000
TEMPLATES = "cases/doors"


class TooSoon(Exception):
    """A link has just been sent."""


@dataclass(frozen=True, slots=True)
class Door:
    """One kind of link, and what is behind it.

    `find` gives what a link is about while there is anything to answer, else None. `shows` draws it; `does` has what a
    button does, by its value. `again` sends a new link to the address that the portal knows, never to one that is
    typed: whether it could, or `TooSoon`. `words` are those of the pages in front: heading, lead, button, over.
    """

    links: Links
    find: Callable[[Link], Any | None]
    shows: Callable[[HttpRequest, Any], HttpResponse]
    does: Mapping[str, Callable[[HttpRequest, Any], HttpResponse]]
    again: Callable[[Any], bool]
    words: Callable[[Any], Mapping[str, str]]

    def follow(self, request: HttpRequest, link: str) -> HttpResponse:
        """What the link leads to: a button; behind it the page, and the answers to it."""
        try:
            said = self.links.read(link)
        except NoLink:
            return self.closed(request, "unknown", 404)
        try:
            return self._opened(request, said)
        except Unreadable as error:
            logger.error("What a link is about cannot be shown: %s", error)
            return self.closed(request, "unreadable", 503)
        except Referral.DoesNotExist:
            # Forgotten since the page was read.
            return self.closed(request, "over", 410)

    def _opened(self, request: HttpRequest, said: Link) -> HttpResponse:
        found = self.find(said)
        if found is None:
            return self.closed(request, "over", 410)
        if request.method == "POST" and not has_room(request, "answer", from_one=MOST_FROM_ONE, in_all=MOST_IN_ALL):
            return self.closed(request, "busy", 429)
        if said.expired:
            return self._expired(request, found)
        if request.method != "POST":
            return render(request, f"{TEMPLATES}/door.html", {"words": self.words(found)})
        return self.does.get(request.POST.get("do", ""), self.shows)(request, found)

    def closed(self, request: HttpRequest, why: str, status: int) -> HttpResponse:
        """Why nothing is shown."""
        return render(request, f"{TEMPLATES}/closed.html", {"why": why, "words": self.words(None)}, status=status)

    def _expired(self, request: HttpRequest, found: Any) -> HttpResponse:
        if request.method != "POST" or request.POST.get("do") != "nyt-link":
            return self.closed(request, "expired", 410)
        try:
            sent = self.again(found)
        except TooSoon:
            return self.closed(request, "soon", 429)
        return self.closed(request, "sent" if sent else "nowhere", 200 if sent else 503)
