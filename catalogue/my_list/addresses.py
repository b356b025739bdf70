"""The list as an address, and the address as a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.urls import reverse

from ..sharing.codes import read_code

PARAMETER = "a"
# The list that a page is read with, so that a visitor without JavaScript can add to it.
CARRIED = "liste"
MOST = 30
MOST_UNREADABLE = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: codes in their order, what is no code, and how many codes were too many."""

    codes: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    too_many: int = 0


def read_list(parameters: Mapping[str, Sequence[str]], name: str = PARAMETER) -> Asked:
    """The list in `parameters` (name → values, as `dict(request.GET.lists())`); a code that comes again counts once."""
    typed = [piece.strip() for value in parameters.get(name, ()) for piece in value[:2000].split(",")]
    codes: dict[str, None] = {}
    unreadable: dict[str, None] = {}
    for piece in filter(None, typed):
        if code := read_code(piece):
            codes[code] = None
        else:
            unreadable[piece[:20]] = None
    kept = tuple(codes)[:MOST]
    return Asked(kept, tuple(unreadable)[:MOST_UNREADABLE], len(codes) - len(kept))


def list_address(codes: Iterable[str]) -> str:
    """The page that shows the list."""
    return reverse("catalogue:my-list") + query_of(codes)


def calendar_address(codes: Iterable[str]) -> str:
    """The calendar of everything on the list."""
    return reverse("catalogue:my-list-calendar") + query_of(codes)


def query_of(codes: Iterable[str], name: str = PARAMETER) -> str:
    """ "?a=one,two", or "" for an empty list."""
    joined = quote(",".join(codes), safe=",")
    return f"?{name}={joined}" if joined else ""
