from __future__ import annotations

import datetime
import re
from collections import Counter
from html import unescape
from io import StringIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry, Revision, Site

from accounts.models import User
from accounts.roles import Role
from catalogue.models import (
    Activity,
    ActivityTranslation,
    Area,
    DateException,
    Interest,
    Organisation,
    Schedule,
    TargetGroup,
    Venue,
)
from catalogue.recurrence.activity import upcoming
from home.demo.identity import MOMENT, uuid_for
from home.demo.load import load_demo
from home.demo.users import PASSWORD
from home.models import BasePage, CampaignDate, FrontPage, InformationPage, Partner, ReadingPage, SiteSettings
from home.saved_search import read_address
from images.models import CustomImage
from referral.demo_people import PEOPLE
from referral.finder.propose import propose
from referral.life.choices import State
from referral.models import Referral, ReferralActivity
from search import service
from search.documents.registry import all_documents
from search.engines import get_engine

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

MODELS = (
    Activity,
    ActivityTranslation,
    Area,
    BasePage,
    CampaignDate,
    CustomImage,
    DateException,
    InformationPage,
    Interest,
    Organisation,
    PageLogEntry,
    Partner,
    Revision,
    Schedule,
    SiteSettings,
    TargetGroup,
    Venue,
)


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory):
    """The example without users, loaded once for all the tests here, each of which changes a copy of its own."""
    media = override_settings(MEDIA_ROOT=str(tmp_path_factory.mktemp("media")))
    with django_db_blocker.unblock(), media, transaction.atomic():
        result = load_demo(with_users=False)
        get_engine().rebuild(all_documents())
        yield result
        transaction.set_rollback(True)


def state() -> dict[str, list]:
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in MODELS}


def files() -> dict[str, bytes]:
    found = {}
    for name in default_storage.listdir("original_images")[1]:
        with default_storage.open(f"original_images/{name}") as file:
            found[name] = file.read()
    return found


def test_loading_twice_is_as_loading_once(loaded):
    load_demo(with_users=True)
    before, pictures = state(), files()
    users = list(User.objects.order_by("pk").values())
    again = load_demo(with_users=True)
    assert (state(), files(), list(User.objects.order_by("pk").values())) == (before, pictures, users)
    assert loaded.new_pages > 0 == again.new_pages
    assert loaded.catalogue.counts["activities"] == {"new": 195}
    assert again.catalogue.changes_nothing


def test_example_is_complete_and_nothing_tells_when_or_where_it_was_loaded():
    assert Activity.objects.published().count() > 150
    assert not Activity.objects.filter(image=None).exists()
    for model, names in {
        Activity: ("created_at", "updated_at", "first_published_at", "last_published_at"),
        Venue: ("created_at", "updated_at", "first_published_at", "last_published_at"),
        CustomImage: ("created_at",),
        InformationPage: ("first_published_at", "last_published_at", "latest_revision_created_at"),
        Revision: ("created_at",),
    }.items():
        assert {value for row in model.objects.values_list(*names) for value in row} == {MOMENT}, model
    assert {(kaffe.uuid) for kaffe in Activity.objects.all()} == {
        uuid_for("activities", slug) for slug in Activity.objects.values_list("slug", flat=True)
    }


# Wagtail leaves the files open that it makes renditions in.
@pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning")
def test_pages_are_live_and_in_place_of_wagtails_welcome(client):
    site = Site.objects.get()
    front = FrontPage.objects.get(locale__language_code="da")
    assert site.root_page_id == front.pk
    assert not BasePage.objects.filter(slug="home").exists()
    pages = front.get_descendants()
    assert {page.specific_class for page in pages} == set(ReadingPage.__subclasses__())
    for page in pages:
        response = client.get(page.get_url())
        assert response.status_code == 200
        assert page.title in response.content.decode()
    assert not response.cookies


@pytest.mark.once
@pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning")
def test_links_of_the_pages_lead_somewhere(client):
    """Also links into searches: each finds something, and nothing in it is unknown."""
    addresses = set()
    for page in BasePage.objects.live().filter(depth__gt=1):
        html = client.get(page.get_url()).content.decode()
        main = html[html.index("<main") : html.index("</main>")]
        addresses |= {unescape(address) for address in re.findall(r'href="(/[^"#]*)"', main)}
    assert len(addresses) > 60
    # The referrals ask who one is.
    answers = {address: client.get(address, follow=address == "/henvisninger/") for address in sorted(addresses)}
    assert {address: answer.status_code for address, answer in answers.items() if answer.status_code != 200} == {}
    searches = {address: read_address(address) for address in addresses if address.startswith("/indsatskatalog/?")}
    assert [address for address, query in searches.items() if not service.search(query).total] == []


def test_english_pages_are_translations():
    english = BasePage.objects.filter(locale__language_code="en")
    assert english.count() == 9
    for page in english:
        assert page.get_translations().get().locale.language_code == "da"


def test_activities_are_told_of_in_three_languages():
    languages = Counter(ActivityTranslation.objects.values_list("language", flat=True))
    assert languages == {"en": 8, "ar": 6, "uk": 6}


def test_what_somebody_has_edited_or_removed_is_left_alone():
    activity = Activity.objects.get(slug="sl-motionscafe-luetzensvej")
    activity.title, activity.image = "Motion og kaffe", None
    activity.save()
    page = InformationPage.objects.get(slug="privatliv", locale__language_code="da")
    page.introduction = "Vores egne ord."
    page.save()
    load_demo(with_users=False)
    activity.refresh_from_db()
    page.refresh_from_db()
    assert (activity.title, activity.image, page.introduction) == ("Motion og kaffe", None, "Vores egne ord.")


def test_picture_that_has_gone_from_the_disk_is_drawn_again():
    before = files()
    default_storage.delete("original_images/eksempel-kaffe.png")
    load_demo(with_users=False)
    assert files() == before


def test_some_dates_are_cancelled_or_moved_with_a_reason():
    walk = Activity.objects.get(slug="sl-gaafaellesskab-lystskoven")
    assert "tovholderen" in walk.first_visit
    (first, *_others) = upcoming(walk, after=MOMENT, limit=3)
    assert (first.status, first.start.date()) == ("moved", datetime.date(2026, 11, 25))
    assert "jagt" in first.reason
    changes = DateException.objects.select_related("activity")
    assert {change.kind for change in changes} == {"aflyst", "flyttet"}
    for change in changes:
        # Each stands for a date that the schedule really gives; otherwise nobody would ever see it.
        day = timezone.make_aware(datetime.datetime.combine(change.original_date, datetime.time()))
        found = upcoming(change.activity, after=day, limit=40)
        original = [o for o in found if timezone.localtime(o.original_start).date() == change.original_date]
        assert [o.reason for o in original] == [change.reason], change.activity


def test_one_user_of_each_role_can_sign_in():
    sign_ins = load_demo(with_users=True).sign_ins
    for sign_in in sign_ins:
        user = User.objects.get(email=sign_in.email)
        assert user.check_password(sign_in.password)
    groups = User.objects.values_list("groups__name", flat=True)
    assert set(groups) == {
        "Administratorer", "Redaktører", "Lokalredaktører", "Foreninger", "Centermedarbejdere",
        "Frontpersonale", "Netværksmedarbejdere", "Koordinatorer",
    }  # fmt: skip


def test_example_refers_people_to_what_the_finder_proposes():
    """A man who likes to mend things is not sent to the evening of gaming."""
    load_demo(with_users=True)
    for needs in (PEOPLE[0], PEOPLE[2], PEOPLE[10]):
        found = [one.activity.pk for one in propose(needs, timezone.now()) if one.activity.organisation_id]
        theirs = [one for one in Referral.objects.all() if one.needs.likes == needs.likes]
        assert len(theirs) == 2
        for referral in theirs:
            chosen = [entry.activity_id for entry in referral.entries.all()]
            assert chosen == found[: len(chosen)] != []
            first = Activity.objects.get(pk=chosen[0])
            assert set(needs.likes) & set(first.interests.values_list("name", flat=True))


def test_example_has_referrals_in_every_state_and_makes_them_once():
    load_demo(with_users=True)
    seen = Referral.objects.visible_to(User.objects.get(email="netvaerk@kommune.example"))
    assert (seen.open().count(), seen.closed().count()) == (28, 2)
    assert seen.overdue(timezone.localdate()).exists()
    assert seen.open().in_state(State.ABSENT).count() == 2
    assert {entry.state for entry in ReferralActivity.objects.all()} == set(State)
    load_demo(with_users=True)
    assert Referral.objects.count() == 30


def test_changed_password_is_neither_told_nor_set_back():
    load_demo(with_users=True)
    user = User.objects.get(email="redaktoer@kommune.example")
    user.set_password("en helt anden adgangskode")
    user.save()
    sign_ins = {sign_in.email: sign_in.password for sign_in in load_demo(with_users=True).sign_ins}
    user.refresh_from_db()
    assert sign_ins[user.email] == ""
    assert user.check_password("en helt anden adgangskode")


def test_no_users_with_a_known_password_where_people_use_the_portal(settings):
    settings.DEMO_USERS = False
    out = StringIO()
    call_command("load_demo", stdout=out)
    assert not User.objects.exists()
    assert PASSWORD not in out.getvalue()


def test_command_tells_how_to_sign_in():
    out = StringIO()
    call_command("load_demo", stdout=out)
    assert "195 aktiviteter" in out.getvalue()
    assert out.getvalue().count(PASSWORD) == len(Role)


def test_history_begins_with_the_example():
    actions = ModelLogEntry.objects.values_list("action", flat=True)
    assert {"wagtail.create", "wagtail.publish"} == set(actions)
