"""Addresses of calendars."""

from __future__ import annotations

from dataclasses import dataclass

from ..sharing.addresses import absolute


@dataclass(frozen=True, slots=True)
class CalendarLinks:
    """The address to fetch a calendar once, and the one that calendar programs follow from then on."""

    calendar: str
    subscription: str


def calendar_links(path: str) -> CalendarLinks:
    """The links of the calendar at `path`."""
    _scheme, _colon, rest = absolute(path).partition(":")
    return CalendarLinks(calendar=path, subscription=f"webcal:{rest}")


def calendar_of_page(address: str) -> CalendarLinks:
    """The links of the calendar of a page: of an activity, a place, an area or an organiser."""
    return calendar_links(f"{address}kalender.ics")
