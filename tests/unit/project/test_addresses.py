"""The list of public addresses that the checks visit, against the URLconf."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, resolve

from tests.browser.addresses import DARK, NO_PAGES, PAGES

BEHIND_A_DOOR = ("admin/", "henvisninger/", "konto/", "media/")


def routes(
    resolver: URLResolver, before: str = "", doors: tuple[str, ...] = BEHIND_A_DOOR
) -> Iterator[tuple[str, str | None]]:
    """Every route, with its name, but what lies behind a door."""
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if route.startswith(doors):
            continue
        if isinstance(pattern, URLPattern):
            yield route, pattern.name
        else:
            yield from routes(pattern, route, doors)


def no_page(route: str, name: str | None) -> bool:
    return name in NO_PAGES or route.endswith((".ics", ".xml"))


def test_every_public_page_is_checked():
    # The second address of a redirect has no name; its first has.
    known = dict(routes(get_resolver()))
    visited = {resolve(address.split("?")[0].removeprefix("/en")).route for address in PAGES.values()}
    named = {route: name for route, name in known.items() if name and not no_page(route, name)}
    assert len(named) > 10
    assert set(named) - visited == set()


def test_what_is_no_page_exists():
    names = {name for _, name in routes(get_resolver())}
    assert set(NO_PAGES) - names == set()
    assert set(DARK) - set(PAGES) == set()
