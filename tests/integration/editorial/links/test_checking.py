"""Outgoing links are collected, and asked a few at a time."""

from __future__ import annotations

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from editorial.links.actions import check_links as checking
from editorial.links.actions.check_links import check_links, record
from editorial.links.actions.collect_links import Collected, collect_links
from editorial.links.asking import Answer
from editorial.links.choices import LinkResult
from editorial.links.found import addresses_in
from editorial.models import LinkUse, OutgoingLink
from home.models import InformationPage
from tests.factories.accounts import UserFactory
from tests.factories.catalogue import ActivityFactory, OrganisationFactory
from tests.factories.pages import make_front_page

pytestmark = pytest.mark.django_db
NOW = timezone.now()
BROKEN = Answer(LinkResult.MISSING, 404)


def link_to(url: str) -> OutgoingLink:
    return OutgoingLink.objects.create(url=url, host=url.split("/")[2].partition(":")[0], next_check_at=NOW)


def ask_all(**kwargs: object) -> dict:
    return dict(check_links(now=NOW, seconds_between=0, **kwargs))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Se https://forening.example/krolf.", ["https://forening.example/krolf"]),
        ("(http://a.example), og HTTPS://b.example/x?y=1&z=2!", ["http://a.example", "HTTPS://b.example/x?y=1&z=2"]),
        ("»https://a.example/æble«", ["https://a.example/æble"]),
        ("Skriv til mig@a.example eller ftp://a.example", []),
        ("https://", []),
        ("https://" + "a" * 1000, []),
    ],
)
def test_addresses_are_found_in_a_text(text, found):
    assert addresses_in(text) == found


def test_the_portals_own_addresses_are_not_outgoing(settings):
    settings.BASE_URL = "https://indsatser.example"
    assert addresses_in("https://indsatser.example/om/ https://andre.example/") == ["https://andre.example/"]


def test_links_of_what_visitors_see_are_collected():
    organisation = OrganisationFactory(website="https://forening.example/")
    ActivityFactory(organisation=organisation, description="Se https://forening.example/ og https://kor.example/x")
    ActivityFactory(organisation=organisation, description="https://kladde.example/", live=False)
    html = '<p><a href="https://side.example/?a=1&amp;b=2">her</a> <a href="https://smør.example/ø">der</a></p>'
    front = make_front_page()
    page = InformationPage(title="Om", slug="om", body=json.dumps([{"type": "text", "value": html}]))
    front.add_child(instance=page)
    collect_links()
    where = {(use.link.url, use.target, use.field) for use in LinkUse.objects.all() if use.target}
    urls = {url for url, _target, _field in where}
    assert {"https://forening.example/", "https://kor.example/x", "https://side.example/?a=1&b=2"} <= urls
    assert "https://smør.example/ø" in urls
    assert ("https://forening.example/", organisation, "website") in where
    assert ("https://side.example/?a=1&b=2", page, "body") in where
    assert not OutgoingLink.objects.filter(url__contains="kladde").exists()


def test_collecting_again_changes_nothing_and_forgets_what_is_gone():
    activity = ActivityFactory(description="https://kor.example/x")
    assert collect_links() == Collected(links=1, new=1, gone=0)
    OutgoingLink.objects.update(failures=2)
    assert collect_links() == Collected(links=1, new=0, gone=0)
    assert OutgoingLink.objects.get().failures == 2
    activity.description = "Intet"
    activity.save()
    assert collect_links() == Collected(links=0, new=0, gone=1)


def test_collecting_asks_as_often_for_many_as_for_few(django_assert_max_num_queries):
    for number in range(30):
        ActivityFactory(
            description=f"https://kor{number}.example/", organisation__website=f"https://a{number}.example/"
        )
    collect_links()
    with django_assert_max_num_queries(40):
        collect_links()


def test_those_whose_turn_it_is_are_asked_the_longest_unasked_first(site):
    first, second, never = (link_to(f"{site.url}/ok?{n}") for n in range(3))
    OutgoingLink.objects.filter(pk=first.pk).update(checked_at=NOW - timedelta(days=30))
    OutgoingLink.objects.filter(pk=second.pk).update(checked_at=NOW - timedelta(days=20))
    later = link_to(f"{site.url}/ok?senere")
    OutgoingLink.objects.filter(pk=later.pk).update(next_check_at=NOW + timedelta(days=1))
    assert ask_all(most=2) == {LinkResult.WORKS: 2}
    assert [path for _method, path, _headers in site.asked] == ["/ok?2", "/ok?0"]
    never.refresh_from_db()
    assert (never.result, never.checked_at) == ("virker", NOW)
    assert ask_all() == {LinkResult.WORKS: 1}
    assert ask_all() == {}


def test_one_host_is_asked_a_few_things_with_a_pause_between(site, monkeypatch):
    monkeypatch.setattr(checking, "MOST_OF_A_HOST", 3)
    for number in range(5):
        link_to(f"{site.url}/ok?{number}")
    pauses: list[float] = []
    check_links(now=NOW, clock=pauses.append)
    assert len(site.asked) == 3
    assert pauses == [checking.SECONDS_BETWEEN] * 2


def test_host_that_asks_us_to_wait_is_left_alone(site):
    often, after = link_to(f"{site.url}/often"), link_to(f"{site.url}/ok")
    assert ask_all() == {LinkResult.UNSURE: 1}
    assert site.methods("/ok") == []
    after.refresh_from_db()
    often.refresh_from_db()
    assert after.next_check_at == NOW + timedelta(hours=1)
    assert (often.failures, often.broken) == (0, False)
    assert often.next_check_at == NOW + timedelta(days=3)


def test_one_hiccup_is_no_broken_link_and_three_over_days_are():
    link = link_to("https://kor.example/")
    waits = []
    for days in (0, 1, 3):
        record(link=link, answer=BROKEN, now=NOW + timedelta(days=days))
        waits.append((link.next_check_at - NOW).days - days)
        assert link.broken == (days == 3)
    assert waits == [1, 2, 4]
    assert link.first_failed_at == NOW
    record(link=link, answer=Answer(LinkResult.UNSURE, 403), now=NOW + timedelta(days=4))
    assert link.broken
    record(link=link, answer=Answer(LinkResult.WORKS, 200), now=NOW + timedelta(days=5))
    assert (link.broken, link.failures, link.first_failed_at) == (False, 0, None)


def test_three_failures_on_one_day_are_no_broken_link():
    link = link_to("https://kor.example/")
    for hour in range(3):
        record(link=link, answer=BROKEN, now=NOW + timedelta(hours=hour))
    assert not link.broken


def test_what_was_set_as_right_is_told_of_again_when_it_has_worked():
    link = link_to("https://kor.example/")
    link.accepted_at, link.accepted_by = NOW, UserFactory()
    record(link=link, answer=BROKEN, now=NOW)
    assert link.accepted_at
    record(link=link, answer=Answer(LinkResult.WORKS, 200), now=NOW)
    assert link.accepted_at is None


def test_run_that_dies_loses_nothing(site, monkeypatch):
    link = link_to(f"{site.url}/ok")

    def dies(url: str) -> Answer:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(checking, "ask", dies)
        ask_all()
    assert ask_all() == {}
    assert dict(check_links(now=NOW + timedelta(hours=2), seconds_between=0)) == {LinkResult.WORKS: 1}
    link.refresh_from_db()
    assert link.result == "virker"


def test_command_collects_and_asks(site):
    ActivityFactory(description=f"{site.url}/ok")
    out = StringIO()
    call_command("check_links", "--collect-only", stdout=out)
    assert (out.getvalue(), site.asked) == ("1 links, 1 new, 0 gone.\n", [])
    call_command("check_links", stdout=out)
    assert out.getvalue().endswith("Asked 1: works 1.\n")
