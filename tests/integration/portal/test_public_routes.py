"""Every public address: no cookie, no script or style in the page itself, nothing from elsewhere."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from catalogue.sharing.codes import code_of
from editorial.freshness.links import Purpose, token
from home.models import InformationPage
from referral.answering.links import token as answering_token
from referral.escorts.links import token as escort_token
from referral.models import Escort, EscortArrangement
from referral.privacy.withdrawal_keys import key_of
from search.documents.registry import all_documents
from search.engines import get_engine, guarded
from tests.factories.catalogue import ActivityFactory, ScheduleFactory
from tests.factories.editorial import FreshnessQuestionFactory, SuggestionFactory
from tests.factories.pages import make_front_page
from tests.factories.referral import SlipFactory
from tests.factories.referral_cases import ReferralFactory

pytestmark = pytest.mark.django_db
# Not for visitors, what only passes on to something else, and what answers nothing but a button.
NOT_PUBLIC = ("admin/", "dokumenter/", "henvisninger/", "konto/", "media/", "_util/", "svar/<str:token>/nye-links/")
# What takes a form in and shows nothing.
TAKEN_IN = ("/for-fagfolk/seddel/", "/traek-tilbage/")


@pytest.fixture
def examples() -> dict[str, str]:
    """What stands for each part of a route, as routes are written."""
    front = make_front_page(introduction="Skriv, hvad du savner.")
    front.add_child(instance=InformationPage(title="Om", slug="om", body="[]"))
    activity = ActivityFactory(slug="koret", venue__slug="huset", venue__area__slug="korsoer", organisation__slug="kor")
    ScheduleFactory(activity=activity)
    slip = SlipFactory(activities=[activity])
    get_engine().rebuild(all_documents())
    # An earlier test may have found no index, and the engine is then left alone for a while.
    guarded._circuit.answered(get_engine())
    arrangement = EscortArrangement.objects.create(
        entry=ReferralFactory().entries.get(),
        created_at=timezone.now(),
        from_where="Ved døren",
        meets_at=timezone.now() + timedelta(days=3),
        help="gaa",
        escort=Escort.objects.create(organisation=activity.organisation, helps=["gaa"]),
        state="tildelt",
    )
    return {
        "indsatskatalog/<part:type>/<slug:slug>/": "indsatskatalog/relationelle/koret/",
        "arrangoerer/<slug:slug>/": "arrangoerer/kor/",
        "steder/<slug:slug>/": "steder/huset/",
        "omraader/<slug:slug>/": "omraader/korsoer/",
        "find-noget-der-passer/<slug:name>/": "find-noget-der-passer/hvor/",
        "sprog/<slug:code>/": "sprog/en/",
        "seddel/<str:key>/": f"seddel/{slip.key}/",
        "s/<str:code>": f"s/{slip.code}",
        "<str:withdrawal>": key_of(ReferralFactory()),
        "<str:paper>": "a4",
        "<str:link>": answering_token(ReferralFactory(activities=[activity]).entries.get()),
        "<str:ask>": escort_token(arrangement),
        "<str:token>": token(Purpose.CORRECT, FreshnessQuestionFactory(activity=activity).pk),
        "<uuid:uuid>": str(activity.uuid),
        "<part:part>": "relationelle",
        "<section>": "aktiviteter",
        "<secret:code>": SuggestionFactory().code,
        "<str:code>": code_of(activity.uuid),
        "<stamp:start>": "2026-09-07T1000",
    }


def routes(resolver: URLResolver, prefix: str = "") -> list[str]:
    """All routes below a resolver, as they are written."""
    found = []
    for pattern in resolver.url_patterns:
        route = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLPattern):
            found.append(route)
        else:
            found += routes(pattern, route)
    return found


def public_addresses(examples: dict[str, str]) -> list[str]:
    written = [route for route in routes(get_resolver()) if not route.startswith(NOT_PUBLIC)]
    addresses = {"/", "/om/", "/findes-ikke/"}
    for route in written:
        if route.startswith("^"):  # Wagtail's pages, which are named above
            continue
        for part, example in examples.items():
            route = route.replace(part, example)
        addresses.add(f"/{route}")
    return sorted(addresses)


def test_no_public_address_sets_a_cookie_or_asks_others(examples):
    addresses = public_addresses(examples)
    assert len(addresses) > 20
    unknown = [address for address in addresses if "<" in address]
    assert unknown == [], "say in `examples` what stands for this part of a route"
    for address in addresses:
        client = Client()
        response = client.get(address)
        assert not response.cookies, address
        assert not client.cookies, address
        assert response.status_code in (200, 301, 302, 404, 405), (address, response.status_code)
        assert (response.status_code == 405) == address.endswith(TAKEN_IN), address
        assert (address == "/findes-ikke/") == (response.status_code == 404), address
        policy = response["Content-Security-Policy"]
        assert "'unsafe-inline'" not in policy and "default-src 'none'" in policy, address
        if response["Content-Type"].startswith("text/html"):
            nothing_written_in(address, response.content.decode())


def nothing_written_in(address: str, html: str) -> None:
    """No script, style or handler in the page, and nothing loaded from elsewhere."""
    scripts = re.findall(r"<script([^>]*)>", html)
    assert all("src=" in script or "application/ld+json" in script for script in scripts), address
    assert "<style" not in html and not re.search(r'\s(style|on[a-z]+)="', html), address
    loaded = re.findall(r'<(?:script|img|source|iframe|link rel="stylesheet")[^>]* (?:src|href|srcset)="([^"]+)', html)
    assert [source for source in loaded if not source.startswith(("/", "data:"))] == [], address


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "SAMEORIGIN"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ],
)
def test_header_keeps_visitors_safe(client, header, value):
    assert client.get("/indsatskatalog/")[header] == value


def test_position_may_be_asked_for_and_no_camera(client):
    policy = client.get("/indsatskatalog/")["Permissions-Policy"]
    assert "geolocation=(self)" in policy
    assert "camera=()" in policy


def test_editors_pages_have_a_looser_policy(client):
    response = client.get("/admin/login/")
    assert "script-src 'self' 'unsafe-inline'" in response["Content-Security-Policy"]
    assert "unsafe-eval" not in response["Content-Security-Policy"]


def test_pages_are_compressed_for_visitors_and_not_for_editors(client, admin_client):
    address = "/indsatskatalog/?foo=1"
    plain = client.get(address)
    packed = client.get(address, HTTP_ACCEPT_ENCODING="gzip, br")
    assert packed["Content-Encoding"] == "br"
    assert "Accept-Encoding" in packed["Vary"]
    assert len(packed.content) < len(plain.content) / 3
    assert packed["Content-Length"] == str(len(packed.content))
    # A page with a form token and a compressed length would give the token away.
    assert "Content-Encoding" not in admin_client.get(address, HTTP_ACCEPT_ENCODING="br")
    assert "Content-Encoding" not in client.get("/konto/log-ind/", HTTP_ACCEPT_ENCODING="br")


def test_order_of_the_middleware_lets_each_do_its_work():
    order = [path.rpartition(".")[2] for path in settings.MIDDLEWARE]
    wanted = [
        "SecurityMiddleware",
        "WhiteNoiseMiddleware",
        "SecurityHeadersMiddleware",
        "MaintenanceMiddleware",
        "CompressionMiddleware",
        "PageCacheMiddleware",
        "SessionMiddleware",
        "LocaleMiddleware",
    ]
    assert [name for name in order if name in wanted] == wanted
