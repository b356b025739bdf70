"""Every list and every empty form of the editors' system answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.factories.accounts import UserFactory

# What answers otherwise on purpose.
OTHERWISE = {
    "/admin/failwhale/": "raises, to test the error page",
    "/admin/logout/": "takes only a post",
    "/admin/redirects/import/process/": "takes only a post",
    "/admin/block-preview/": "404 without a block's id",
    "/admin/api/main/pages/find/": "404 without a query",
    "/admin/api/main/documents/find/": "404 without a query",
    "/admin/api/main/images/find/": "404 without a query",
    "/admin/snippets/catalogue/activity/raad/": "takes only a post",
    "/admin/snippets/catalogue/venue/raad/": "takes only a post",
    "/admin/password_reset/": "shut; a password is made anew below /konto/",
    "/admin/password_reset/done/": "shut",
    "/admin/password_reset/complete/": "shut",
}


def paths(resolver: URLResolver, prefix: str = "/") -> Iterator[str]:
    """The addresses without parameters under a URLconf."""
    for pattern in resolver.url_patterns:
        path = prefix + str(pattern.pattern).removeprefix("^").removesuffix("$").removesuffix("\\Z")
        if isinstance(pattern, URLResolver):
            yield from paths(pattern, path)
        elif isinstance(pattern, URLPattern) and not set(path) & set("<>()*"):
            yield path


ADMIN = sorted({path for path in paths(get_resolver()) if path.startswith("/admin/")} - OTHERWISE.keys())


def test_the_walk_meets_the_catalogue():
    kinds = ("activity", "organisation", "venue", "area", "interest", "targetgroup")
    ours = {f"/admin/snippets/catalogue/{kind}/{view}" for kind in kinds for view in ("", "add/")}
    assert ours <= set(ADMIN)
    assert len(ADMIN) > 100


@pytest.mark.django_db
@pytest.mark.parametrize("part", range(8))
def test_every_admin_address_answers(client: Client, part: int):
    client.force_login(UserFactory(is_superuser=True))
    client.raise_request_exception = False
    answers = {path: client.get(path).status_code for path in ADMIN[part::8]}
    assert {path: status for path, status in answers.items() if status not in (200, 302)} == {}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/admin/", "/admin/snippets/catalogue/activity/", "/admin/images/"])
def test_a_stranger_is_sent_to_sign_in(client: Client, path: str):
    assert client.get(path).url.startswith("/admin/login/")
