"""Visitors are answered with kept pages; nobody else is, and nobody with an old one."""

from __future__ import annotations

import datetime
import time

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils.cache import patch_cache_control
from redis.exceptions import ConnectionError as RedisConnectionError

from catalogue.models import Activity, Interest
from home.models import FrontPage
from portal.caching import version
from portal.models import ContentVersion
from search.documents.registry import all_documents
from search.engines import get_engine
from tests.factories.accounts import UserFactory
from tests.factories.catalogue import ActivityFactory, InterestFactory
from tests.factories.pages import make_front_page


@pytest.fixture
def activity() -> Activity:
    return ActivityFactory(title="Koret på Kanten")


@pytest.fixture
def front() -> FrontPage:
    return make_front_page()


def how(client: Client, address: str, **headers: str) -> str:
    """How the page cache answered: "hit", "miss", or "" when it kept out of it."""
    return client.get(address, **headers).headers.get("X-Page-Cache", "")


def test_second_visitor_gets_the_page_without_a_query_for_it(client, activity, django_assert_num_queries, monkeypatch):
    # On a slow machine the token's second would be over before the next visit.
    monkeypatch.setattr(version, "SECONDS", 3600)
    address = activity.get_absolute_url()
    first = client.get(address)
    with django_assert_num_queries(0):
        second = Client().get(address)
    assert (first["X-Page-Cache"], second["X-Page-Cache"]) == ("miss", "hit")
    assert second.content == first.content
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert second["Content-Type"] == first["Content-Type"]


def test_what_is_changed_shows_at_once_in_the_same_process(client, activity, django_capture_on_commit_callbacks):
    address = activity.get_absolute_url()
    client.get(address)
    with django_capture_on_commit_callbacks(execute=True):
        activity.title = "Koret på Havnen"
        activity.save()
    response = client.get(address)
    assert response["X-Page-Cache"] == "miss"
    assert "Koret på Havnen" in response.content.decode()


def test_what_another_process_changes_shows_within_two_seconds(client, activity):
    address = activity.get_absolute_url()
    client.get(address)
    # What the other process leaves in the database, and no signal in this one.
    Activity.objects.filter(pk=activity.pk).update(title="Koret på Havnen")
    ContentVersion.objects.update_or_create(pk=1, defaults={"token": "new", "changed_at": "2026-11-26T12:00Z"})
    began = time.monotonic()
    while "Koret på Havnen" not in client.get(address).content.decode():
        assert time.monotonic() - began < 2
        time.sleep(0.1)


def test_results_follow_the_index(client, activity, django_capture_on_commit_callbacks):
    # What other tests left in the index would fill the first page.
    get_engine().rebuild(all_documents())
    client.get("/indsatskatalog/")
    assert how(client, "/indsatskatalog/") == "hit"
    with django_capture_on_commit_callbacks(execute=True):
        ActivityFactory(title="Skak i Korsør")
    response = client.get("/indsatskatalog/")
    assert response["X-Page-Cache"] == "miss"
    assert "Skak i Korsør" in response.content.decode()


def test_knowledge_of_words_is_read_anew_when_another_process_changed_something(client, monkeypatch):
    asked = []
    monkeypatch.setattr("search.understanding.store.forget", lambda: asked.append(1))
    version.current()
    ContentVersion.objects.update_or_create(pk=1, defaults={"token": "new", "changed_at": "2026-11-26T12:00Z"})
    time.sleep(version.SECONDS)
    version.current()
    assert asked == [1]


def test_day_makes_pages_new(client, activity, monkeypatch):
    address = activity.get_absolute_url()
    client.get(address)
    today = datetime.date(2031, 1, 1)
    monkeypatch.setattr("portal.caching.key.timezone.localdate", lambda: today)
    assert how(client, address) == "miss"


def test_someone_signed_in_is_never_answered_with_a_kept_page(client, activity):
    address = activity.get_absolute_url()
    editor = Client()
    editor.force_login(UserFactory(is_superuser=True))
    assert how(editor, address) == ""
    assert editor.get(address)["Cache-Control"] == "private, no-cache"
    # Nor is what was made for them kept for others.
    assert how(client, address) == "miss"


@pytest.mark.parametrize("cookie", ["sessionid", "csrftoken", "messages", "django_language"])
def test_cookie_of_ours_keeps_the_cache_out(client, activity, cookie):
    address = activity.get_absolute_url()
    client.get(address)
    client.cookies[cookie] = "x"
    assert how(client, address) == ""


def test_cookie_of_others_does_not(client, activity):
    client.get(activity.get_absolute_url())
    client.cookies["_kommune_consent"] = "yes"
    assert how(client, activity.get_absolute_url()) == "hit"


def test_authorization_keeps_the_cache_out(client, activity):
    assert how(client, activity.get_absolute_url(), HTTP_AUTHORIZATION="Basic eA==") == ""


def test_preview_is_neither_kept_nor_answered_from_what_is_kept(client, front):
    client.get("/")
    front.heading = "En kladde"
    preview = front.make_preview_request()
    assert "En kladde" in preview.content.decode()
    assert "X-Page-Cache" not in preview
    kept = client.get("/")
    assert kept["X-Page-Cache"] == "hit"
    assert "En kladde" not in kept.content.decode()
    version.renew()
    front.make_preview_request()
    assert "En kladde" not in client.get("/").content.decode()


@pytest.mark.parametrize("query", ["?foo=1", "?q=kor&a=123", "?liste=abc"])
def test_unknown_parameter_is_answered_and_not_kept(client, query):
    for _ in range(2):
        response = client.get(f"/indsatskatalog/{query}")
        assert (response.status_code, response.headers.get("X-Page-Cache")) == (200, None)


def test_tracker_is_taken_out_of_the_address(client, activity):
    address = activity.get_absolute_url()
    client.get(address)
    assert how(client, f"{address}?utm_source=nyhedsbrev&fbclid=abc") == "hit"


def test_each_question_is_a_page_of_its_own(client):
    assert how(client, "/indsatskatalog/?q=kor") == "miss"
    assert how(client, "/indsatskatalog/?q=skak") == "miss"
    assert how(client, "/indsatskatalog/?q=kor") == "hit"


def test_very_long_question_is_not_kept(client):
    assert how(client, "/indsatskatalog/?q=" + 700 * "a") == ""


def test_host_and_scheme_have_pages_of_their_own(client, activity, settings):
    address = activity.get_absolute_url()
    client.get(address)
    assert how(client, address, HTTP_HOST="localhost") == "miss"
    assert client.get(address, secure=True)["X-Page-Cache"] == "miss"


@pytest.mark.parametrize("address", ["/findes-ikke/", "/was", "/admin/", "/indsatskatalog/kalender.ics?q=kor"])
def test_only_whole_shared_pages_are_kept(client, address):
    client.get(address)
    assert how(client, address) == ""


def test_private_answer_is_not_kept(client, activity, monkeypatch):
    import catalogue.views

    render = catalogue.views.render

    def rendered(*args: object, **kwargs: object):
        response = render(*args, **kwargs)
        patch_cache_control(response, private=True)
        return response

    monkeypatch.setattr(catalogue.views, "render", rendered)
    client.get(activity.get_absolute_url())
    assert how(client, activity.get_absolute_url()) == ""


def test_browser_that_has_the_page_is_told_so(client, activity):
    address = activity.get_absolute_url()
    first = client.get(address)
    assert first["Cache-Control"] == "public, max-age=0, must-revalidate"
    again = client.get(address, HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(address, HTTP_IF_MODIFIED_SINCE=first["Last-Modified"]).status_code == 304
    assert client.get(address, HTTP_IF_NONE_MATCH='"another"').status_code == 200


def test_unchanged_page_keeps_its_etag_when_something_else_changes(client, activity):
    address = activity.get_absolute_url()
    etag = client.get(address)["ETag"]
    version.renew()
    response = client.get(address, HTTP_IF_NONE_MATCH=etag)
    assert (response.status_code, response["X-Page-Cache"]) == (304, "miss")


def test_cache_that_does_not_answer_is_done_without(client, activity, monkeypatch, caplog):
    asked = []

    class Gone:
        def get(self, key: str) -> None:
            asked.append(key)
            raise RedisConnectionError("gone")

    monkeypatch.setattr("portal.caching.middleware.caches", {"pages": Gone()})
    for _ in range(3):
        assert client.get(activity.get_absolute_url()).status_code == 200
    # It is left alone for a while, so that nobody waits.
    assert len(asked) == 1
    assert "does not answer" in caplog.text


def test_kept_pages_are_shown_while_the_database_is_away(client, activity, monkeypatch, caplog):
    address = activity.get_absolute_url()
    client.get(address)

    def away() -> None:
        raise DatabaseError("away")

    monkeypatch.setattr("portal.caching.version._stored", away)
    time.sleep(version.SECONDS)
    assert how(client, address) == "hit"
    assert "cannot be read" in caplog.text


def test_many_changes_in_one_transaction_renew_once(django_capture_on_commit_callbacks, monkeypatch):
    renewed = []
    monkeypatch.setattr(version, "renew", lambda: renewed.append(1))
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(5):
            InterestFactory()
    assert renewed == [1]


def test_change_that_is_rolled_back_does_not_stop_the_next(django_capture_on_commit_callbacks, monkeypatch):
    renewed = []
    monkeypatch.setattr(version, "renew", lambda: renewed.append(1))
    with django_capture_on_commit_callbacks(execute=False):
        InterestFactory()
    with django_capture_on_commit_callbacks(execute=True):
        Interest.objects.first().save()
    assert renewed == [1]
