"""What the pages of those who work with referrals cost, with a few referrals and with many."""

from __future__ import annotations

import datetime
import gzip

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from referral.escorts.choices import EscortState, Help
from referral.life.choices import State
from referral.models import EscortArrangement, Referral, ReferralActivity, ReferralStep
from tests.factories.referral_cases import contact_for

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12
HEAVIEST = 100_000
MOST_SCRIPT = 10_000
BUILD = settings.BASE_DIR / "portal" / "static" / "build"
# What a first visit fetches besides the page: the style sheet, the script, the symbols and the letters of the text.
FETCHED = ("portal.css", "portal.js", "icons.svg", "IBMPlexSans-Regular-Latin1.woff2")
STATES = (State.NEW, State.CONTACTED, State.WAITING, State.ABSENT, State.ESCORT, State.CAME)


def fill(case, many: int) -> None:
    """So many referrals of the unit, each with one proposal, in all states; arranged where somebody goes along."""
    now = timezone.now()
    rows = [
        Referral(
            unit=case.unit,
            area=case.area,
            referrer=case.referrer,
            referrer_kind=case.unit.kind,
            owner=case.referrer,
            created_at=now,
            next_on=timezone.localdate() - datetime.timedelta(days=number % 3),
        )
        for number in range(many)
    ]
    made = Referral.objects.bulk_create(rows)
    entries = ReferralActivity.objects.bulk_create(
        ReferralActivity(
            referral=referral,
            activity=case.activity,
            organisation=case.organisation,
            title=case.activity.title,
            position=0,
            state=STATES[number % len(STATES)],
            since=now,
        )
        for number, referral in enumerate(made)
    )
    EscortArrangement.objects.bulk_create(
        EscortArrangement(
            entry=entry,
            created_at=now,
            state=EscortState.PROPOSED,
            help=Help.WALK,
            from_where="Ved døren",
            meets_at=now + datetime.timedelta(days=1),
        )
        for entry in entries
        if entry.state == State.ESCORT
    )
    ReferralStep.objects.bulk_create(
        ReferralStep(referral=case.referral, event="note", note="En note", by=case.referrer, at=now)
        for _number in range(many)
    )


def reads(queries) -> int:
    """How many questions, without the line that says who has read it."""
    return sum(not query["sql"].startswith("INSERT") for query in queries)


@pytest.mark.parametrize("many", [30, 300])
def test_no_page_asks_more_than_twelve_times_whatever_there_is(case, client, many):
    contact_for(case.referral)
    fill(case, many)
    pages = {
        "the list": "/henvisninger/",
        "one case": f"/henvisninger/{case.referral.code}/",
        "those to ring": "/henvisninger/ring-op/",
        "those who go along": "/henvisninger/foelgeskab/",
        "those to ask": "/henvisninger/opfoelgning/",
        "the waiting lists": "/henvisninger/venteliste/",
    }
    asked = {}
    for who in ("referrer", "network", "coordinator", "association"):
        client.force_login(getattr(case, who))
        for name, address in pages.items():
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            asked[f"{name}, {who}"] = reads(queries)
    assert {name: number for name, number in asked.items() if number > MOST_QUERIES} == {}


def test_first_visit_is_light(case, client):
    fill(case, 300)
    around = sum(_sent(name) for name in FETCHED)
    client.force_login(case.network)
    pages = ("/henvisninger/", f"/henvisninger/{case.referral.code}/", "/henvisninger/ring-op/")
    sizes = {page: around + len(gzip.compress(client.get(page).content)) for page in pages}
    assert {page: size for page, size in sizes.items() if size > HEAVIEST} == {}
    assert (BUILD / "portal.js").stat().st_size < MOST_SCRIPT


def _sent(name: str) -> int:
    content = (BUILD / name).read_bytes()
    return len(content) if name.endswith("woff2") else len(gzip.compress(content))
