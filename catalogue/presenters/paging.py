"""From page to page: the first, the last, and those around where one is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

AROUND = 1


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page's number and address; a gap has number 0."""

    number: int
    address: str = ""
    current: bool = False

    @property
    def gap(self) -> bool:
        return self.number == 0


@dataclass(frozen=True, slots=True)
class Paging:
    """The links under a list; `pages` is empty where there is only one page."""

    pages: tuple[PageLink, ...] = ()
    previous: str = ""
    next: str = ""


def paging(number: int, count: int, address_of: Callable[[int], str]) -> Paging:
    """Links for page `number` of `count`; `address_of` gives the address of a page."""
    if count < 2:
        return Paging()
    shown = sorted({1, count, *range(max(1, number - AROUND), min(count, number + AROUND) + 1)})
    links: list[PageLink] = []
    for before, page in zip([0, *shown], shown, strict=False):
        if page - before > 1:
            links.append(PageLink(0))
        links.append(PageLink(page, address_of(page), current=page == number))
    return Paging(
        pages=tuple(links),
        previous=address_of(number - 1) if number > 1 else "",
        next=address_of(number + 1) if number < count else "",
    )
