"""What people search for in vain is counted, never who, and shown when enough have asked the same."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from catalogue.models import Area
from search.actions.count_searches import count_searches
from search.documents.registry import all_documents
from search.engines import get_engine
from search.log import counting
from search.models import AskedInWeek, AskedSearch
from tests.factories.accounts import user_with
from tests.factories.catalogue import ActivityFactory, AreaFactory, ResponsibilityFactory

LIST = reverse("soegninger:index")


@pytest.fixture
def area(db: None) -> Area:
    return AreaFactory(name="Korsør", slug="korsoer")


@pytest.fixture
def catalogue(area: Area) -> None:
    ActivityFactory(title="Banko", areas=[area])
    get_engine().rebuild(all_documents())
    counting._counts.take()


def search(words: str, **more: str) -> None:
    caches["pages"].clear()
    assert Client().get("/indsatskatalog/", {"q": words} | more).status_code == 200


def signed_in(role: Role, area: Area | None = None) -> Client:
    user, client = user_with(role), Client()
    if area:
        ResponsibilityFactory(user=user, area=area)
    client.force_login(user)
    return client


def count(words: str, area: str = "", times: int = 3) -> None:
    count_searches(asked=[(words, area, times, 0)])


def test_what_is_not_found_is_counted_and_written_together(catalogue: None):
    for _ in range(3):
        search("faldskærmsudspring", omraade="korsoer")
    search("banko")
    assert not AskedSearch.objects.exists()
    counting.write()
    row = AskedSearch.objects.get()
    assert (row.words, row.area.name, row.times) == ("faldskærmsudspring", "Korsør", 3)
    week = AskedInWeek.objects.get()
    assert (week.times, week.week.weekday()) == (3, 0)


def test_the_words_are_kept_only_when_enough_have_asked_the_same(area: Area):
    count("hemmelighed", "korsoer", times=2)
    row = AskedSearch.objects.get()
    assert (row.words, row.area) == ("", None)
    assert "hemmelighed" not in row.key
    assert "hemmelighed" not in signed_in(Role.EDITOR).get(LIST).content.decode()
    count("hemmelighed", "korsoer", times=1)
    row.refresh_from_db()
    assert (row.words, row.area, row.times) == ("hemmelighed", area, 3)


def test_further_pages_and_kept_pages_and_what_may_be_about_somebody_are_not_counted(catalogue: None):
    search("faldskærmsudspring", side="2")
    search("faldskærm 010203-1234")
    counting.write()
    assert not AskedSearch.objects.exists()


def test_nothing_is_counted_when_the_setting_says_so(catalogue: None, settings):
    settings.SEARCH_LOG_WEEKS = 0
    search("faldskærmsudspring")
    counting.write()
    assert not AskedSearch.objects.exists()


def test_a_database_that_is_away_costs_the_counts_and_no_more(catalogue: None, monkeypatch: pytest.MonkeyPatch):
    def away(**kwargs):
        raise DatabaseError

    search("faldskærmsudspring")
    monkeypatch.setattr(counting, "count_searches", away)
    counting.write()
    counting.write()


def test_memory_is_bounded(db: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(counting, "MOST", 2)
    counts = counting._Counts()
    for words in ("a", "b", "c", "a"):
        counts.add((words, ""), 0)
    assert sorted(counts.take()) == [("a", "", 2, 0), ("b", "", 1, 0)]
    assert counts.take() == []


def test_a_local_editor_sees_their_own_areas(area: Area):
    AreaFactory(name="Skælskør", slug="skaelskoer")
    for words, slug in (("skak", "korsoer"), ("krolf", "skaelskoer"), ("yoga", "")):
        count(words, slug)
    page = signed_in(Role.LOCAL_EDITOR, area).get(LIST).content.decode()
    assert "skak" in page
    assert "krolf" not in page
    assert "yoga" not in page
    page = signed_in(Role.EDITOR).get(LIST, {"omraade": "uden"}).content.decode()
    assert ">yoga<" in page
    assert ">skak<" not in page


def test_several_are_marked_and_come_back_when_they_are_asked_for_again(area: Area):
    count("skak")
    count("krolf")
    editor = signed_in(Role.EDITOR)
    assert "<strong>2</strong> <span>søgninger finder ikke" in editor.get("/admin/").content.decode()
    keys = list(AskedSearch.objects.values_list("pk", flat=True))
    said = editor.post(LIST, {"ticked": keys, "status": "loest"}, follow=True).content.decode()
    assert "2 søgninger er flyttet til »Løst«" in said
    assert "søgninger finder ikke" not in editor.get("/admin/").content.decode()
    count("skak", times=2)
    assert AskedSearch.objects.get(words="skak").status == "loest"
    count("skak", times=1)
    assert AskedSearch.objects.get(words="skak").status == "ny"


def test_nobody_marks_what_is_not_theirs(area: Area):
    count("skak")
    row = AskedSearch.objects.get()
    signed_in(Role.LOCAL_EDITOR, area).post(LIST, {"ticked": row.pk, "status": "skjult"})
    row.refresh_from_db()
    assert row.status == "ny"


@pytest.mark.parametrize("data", [{}, {"ticked": "x", "status": "ny"}, {"ticked": "1" * 30, "status": "loest"}])
def test_odd_posts_do_nothing(area: Area, data: dict):
    assert "Vælg mindst én" in signed_in(Role.EDITOR).post(LIST, data, follow=True).content.decode()


def test_old_and_rare_ones_are_forgotten(area: Area, settings):
    settings.SEARCH_LOG_WEEKS = 26
    count("skak")
    count("krolf", times=1)
    today = timezone.localdate()
    AskedSearch.objects.update(last_on=today - timedelta(weeks=9))
    call_command("purge_searches")
    assert [row.words for row in AskedSearch.objects.all()] == ["skak"]
    AskedSearch.objects.update(last_on=today - timedelta(weeks=27))
    AskedInWeek.objects.update(week=today - timedelta(weeks=27))
    call_command("purge_searches")
    assert not AskedSearch.objects.exists()
    assert not AskedInWeek.objects.exists()
