"""An editor mends broken links."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from accounts.roles import Role
from editorial.links.actions.handle_link import replaced
from editorial.links.queries import broken_links_for, links_for
from editorial.models import OutgoingLink
from tests.factories.accounts import user_with
from tests.factories.catalogue import ActivityFactory, AreaFactory, OrganisationFactory, ResponsibilityFactory
from tests.factories.editorial import BrokenLinkFactory, stands_in

pytestmark = pytest.mark.django_db
OLD, NEW = "https://gammel.example/krolf", "https://ny.example/krolf"


@pytest.fixture
def editor(client):
    """An editor at work in the browser."""
    user = user_with(Role.EDITOR)
    client.force_login(user)
    return user


@pytest.fixture
def link():
    """A broken link that stands in an activity and in its organisation."""
    organisation = OrganisationFactory(website=OLD)
    activity = ActivityFactory(description=f"Se {OLD}. Og {OLD}/mere", organisation=organisation)
    for entry in (activity, organisation):
        entry.save_revision()
    link = BrokenLinkFactory(url=OLD)
    stands_in(link, activity)
    stands_in(link, organisation, "website")
    return link


def edit(link: OutgoingLink) -> str:
    return reverse("links:edit", args=[link.pk])


def test_report_says_what_is_wrong_and_where(client, editor, link):
    activity = link.uses.first().target
    row = client.get(reverse("links:index_results")).content.decode()
    assert OLD in row and "Siden findes ikke" in row and activity.title in row
    page = client.get(edit(link)).content.decode()
    assert reverse("wagtailsnippets_catalogue_activity:edit", args=[activity.pk]) in page
    assert "link virker ikke mere" in client.get("/admin/").content.decode()


def test_new_address_is_written_into_all_entries_and_their_drafts(client, editor, link):
    activity = next(use.target for use in link.uses.all() if use.field == "description")
    activity.title = "Kladde"
    activity.save_revision()
    response = client.post(edit(link), {"moved_to": NEW}, follow=True)
    assert "Rettet i 2 poster i kataloget." in response.content.decode()
    activity.refresh_from_db()
    assert activity.description == f"Se {NEW}. Og {OLD}/mere"
    assert activity.organisation.website == NEW
    assert activity.title != "Kladde"
    draft = activity.latest_revision.as_object()
    assert (draft.title, draft.description) == ("Kladde", activity.description)
    assert not OutgoingLink.objects.filter(url=OLD).exists()
    assert ModelLogEntry.objects.filter(object_id=str(activity.pk), user=editor, action="wagtail.edit").exists()


@pytest.mark.parametrize("new", ["", "ny.example", "javascript:alert(1)", OLD])
def test_what_is_no_new_address_is_refused(client, editor, link, new):
    response = client.post(edit(link), {"moved_to": new})
    assert response.status_code == 200
    assert "error-message" in response.content.decode()
    assert OutgoingLink.objects.filter(url=OLD).exists()


def test_address_that_has_no_room_is_left_for_a_person(client, editor, link):
    response = client.post(edit(link), {"moved_to": f"https://ny.example/{'a' * 200}"}, follow=True)
    html = response.content.decode()
    assert "Rettet i 1 post i kataloget." in html and "1 sted er tilbage." in html
    assert OutgoingLink.objects.get(url=OLD).uses.count() == 1


def test_link_is_set_as_right(client, editor, link):
    client.post(edit(link), {"moved_to": "", "action-accept": "1"})
    link.refresh_from_db()
    assert (link.accepted_by, link.moved_to) == (editor, "")
    assert not broken_links_for(editor).exists()
    assert ModelLogEntry.objects.filter(object_id=str(link.pk), user=editor).exists()
    assert OLD in client.get(reverse("links:index_results"), {"state": "i-orden"}).content.decode()
    assert OLD not in client.get(reverse("links:index_results"), {"state": "doed"}).content.decode()


def test_what_has_moved_is_shown_and_not_counted(client, editor):
    moved = BrokenLinkFactory(
        broken=False, failures=0, first_failed_at=None, result="virker", status_code=200, moved_to=NEW
    )
    stands_in(moved, ActivityFactory(description=moved.url))
    assert not broken_links_for(editor).exists()
    assert moved.url in client.get(reverse("links:index_results"), {"state": "flyttet"}).content.decode()
    assert f'value="{NEW}"' in client.get(edit(moved)).content.decode()


def test_local_editor_has_the_links_of_the_area(client, link):
    activity = next(use.target for use in link.uses.all() if use.field == "description")
    elsewhere = BrokenLinkFactory()
    stands_in(elsewhere, ActivityFactory(description=elsewhere.url))
    local = user_with(Role.LOCAL_EDITOR)
    ResponsibilityFactory(user=local, area=activity.areas.get())
    assert list(broken_links_for(local)) == [link]
    client.force_login(local)
    assert client.get(edit(elsewhere)).status_code == 404
    client.post(edit(elsewhere), {"moved_to": NEW})
    assert OutgoingLink.objects.filter(pk=elsewhere.pk).exists()


def test_local_editor_changes_nothing_of_others(client, link):
    activity = next(use.target for use in link.uses.all() if use.field == "description")
    other = ActivityFactory(description=OLD)
    stands_in(link, other)
    local = user_with(Role.LOCAL_EDITOR)
    ResponsibilityFactory(user=local, area=activity.areas.get())
    client.force_login(local)
    client.post(edit(link), {"moved_to": NEW})
    other.refresh_from_db()
    assert other.description == OLD
    assert [use.target for use in link.uses.all()] == [other]


@pytest.mark.parametrize("role", [Role.ASSOCIATION, Role.CENTRE_STAFF])
def test_others_see_no_links(role, link):
    assert not links_for(user_with(role)).exists()


def test_report_is_narrowed_by_area(client, editor, link):
    activity = next(use.target for use in link.uses.all() if use.field == "description")
    area, other = activity.areas.get(), AreaFactory()
    assert OLD in client.get(reverse("links:index_results"), {"area": area.pk}).content.decode()
    assert OLD not in client.get(reverse("links:index_results"), {"area": other.pk}).content.decode()


def test_report_asks_as_often_for_many_as_for_few(client, editor):
    counts = []
    for _ in range(2):
        for broken in BrokenLinkFactory.create_batch(5):
            stands_in(broken, ActivityFactory(description=broken.url))
        client.get(reverse("links:index_results"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("links:index_results"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_only_the_whole_address_is_replaced():
    text = f"{OLD}. ({OLD}) {OLD}/mere {OLD}?x=1"
    assert replaced(text, OLD, NEW) == f"{NEW}. ({NEW}) {OLD}/mere {OLD}?x=1"


def test_broken_needs_to_know_since_when():
    with pytest.raises(IntegrityError), transaction.atomic():
        BrokenLinkFactory(first_failed_at=None, checked_at=timezone.now())
