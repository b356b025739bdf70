"""Which changes make pages new."""

from __future__ import annotations

import pytest
from django.apps import apps
from wagtail.models import Site

from home.models import BasePage, SiteSettings
from portal.caching import version
from portal.caching.following import NOT_SHOWN, SHOWN_OF_SEARCH, is_shown
from portal.checks import every_own_app_is_followed
from search.models import IndexChange, Synonym
from tests.factories.accounts import UserFactory
from tests.factories.catalogue import ActivityFactory, AreaFactory
from tests.factories.pages import make_front_page


@pytest.fixture
def renewals(monkeypatch, django_capture_on_commit_callbacks):
    """Does something, and tells how often pages were made new because of it."""

    def count(do) -> int:
        renewed: list[int] = []
        monkeypatch.setattr(version, "renew", lambda: renewed.append(1))
        with django_capture_on_commit_callbacks(execute=True):
            do()
        return len(renewed)

    return count


def test_publishing_unpublishing_and_moving_a_page_do(renewals):
    front = make_front_page()
    assert renewals(lambda: front.save_revision().publish()) >= 1
    assert renewals(front.unpublish) >= 1
    root = front.get_parent()
    other = root.add_child(instance=BasePage(title="Andet", slug="andet"))
    assert renewals(lambda: front.move(other, "last-child")) >= 1


def test_saving_a_draft_does_not(renewals):
    front = make_front_page()
    front.title = "En kladde"
    assert renewals(front.save_revision) == 0
    activity = ActivityFactory()
    assert renewals(activity.save_revision) == 0


def test_entries_settings_and_words_do(renewals):
    activity = ActivityFactory()
    assert renewals(lambda: activity.save_revision().publish()) >= 1
    settings = SiteSettings.for_site(Site.objects.get())
    assert renewals(settings.save) == 1
    assert renewals(lambda: Synonym.objects.create(words="kor\nsang")) >= 1
    assert renewals(lambda: activity.areas.add(AreaFactory()) or activity.save()) >= 1
    assert renewals(activity.delete) >= 1


def test_index_that_has_followed_does(renewals):
    IndexChange.objects.create(kind="activity", uuid=ActivityFactory().uuid)
    assert renewals(lambda: IndexChange.objects.all().delete()) == 1


def test_signing_in_does_not(renewals, client):
    user = UserFactory()
    assert renewals(lambda: client.force_login(user)) == 0


def test_names_of_models_that_do_not_show_exist():
    labels = {model._meta.label_lower for model in apps.get_models(include_auto_created=True)}
    assert labels >= NOT_SHOWN | SHOWN_OF_SEARCH


def test_every_app_of_the_project_is_known():
    assert every_own_app_is_followed(None) == []


def test_app_that_is_not_known_is_complained_of(monkeypatch):
    monkeypatch.setattr("portal.checks.SHOWN_APPS", frozenset({"home", "images", "search"}))
    assert [warning.obj.label for warning in every_own_app_is_followed(None)] == ["catalogue"]


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("catalogue.Activity", True),
        ("catalogue.Schedule", True),
        ("home.FrontPage", True),
        ("wagtailcore.Site", True),
        ("wagtailcore.Revision", False),
        ("search.IndexChange", False),
        ("sessions.Session", False),
        ("accounts.User", False),
    ],
)
def test_model_is_followed_when_visitors_see_it(label, shown):
    assert is_shown(apps.get_model(label)) is shown


def test_site_that_has_another_front_page_is_known_in_every_process():
    front = make_front_page()
    assert [root.root_path for root in Site.get_site_root_paths()] == [front.url_path]
    above = front.get_parent()
    Site.objects.update(root_page=above)  # as another process does, without a signal here
    assert [root.root_path for root in Site.get_site_root_paths()] == [front.url_path]
    version.renew()
    assert [root.root_path for root in Site.get_site_root_paths()] == [above.url_path]
