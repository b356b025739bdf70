import pytest
from django.urls import reverse
from django.utils import timezone

from catalogue.choices import ActivityType, Status
from tests.factories.catalogue import ActivityFactory, AreaFactory, OrganisationFactory, VenueFactory

pytestmark = pytest.mark.django_db


def test_address_of_an_activity_names_its_part(client):
    activity = ActivityFactory(slug="koret", type=ActivityType.RELATIONAL)
    assert activity.get_absolute_url() == "/indsatskatalog/relationelle/koret/"
    assert client.get("/indsatskatalog/relationelle/koret/").status_code == 200


def test_old_address_of_an_activity_redirects_for_good(client):
    activity = ActivityFactory(slug="gammel")
    activity.slug = "ny"
    activity.save()
    response = client.get("/indsatskatalog/relationelle/gammel/")
    assert (response.status_code, response["Location"]) == (301, "/indsatskatalog/relationelle/ny/")


def test_address_with_another_part_redirects_to_the_right_one(client):
    ActivityFactory(slug="koret", type=ActivityType.RELATIONAL)
    response = client.get("/indsatskatalog/opsoegende/koret/")
    assert (response.status_code, response["Location"]) == (301, "/indsatskatalog/relationelle/koret/")


@pytest.mark.parametrize("factory", [OrganisationFactory, VenueFactory, AreaFactory])
def test_old_addresses_of_the_others_redirect_too(client, factory):
    thing = factory(slug="gammel")
    before = thing.get_absolute_url()
    thing.slug = "ny"
    thing.save()
    response = client.get(before)
    assert (response.status_code, response["Location"]) == (301, thing.get_absolute_url())


def test_old_address_of_something_taken_down_is_not_found(client):
    activity = ActivityFactory(slug="gammel")
    activity.slug = "ny"
    activity.live = False
    activity.save()
    assert client.get("/indsatskatalog/relationelle/gammel/").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/indsatskatalog/relationelle/findes-ikke/",
        "/indsatskatalog/andet/koret/",
        "/indsatskatalog/relationelle/%00/",
        "/indsatskatalog/relationelle/" + "a" * 3000 + "/",
        "/arrangoerer/findes-ikke/",
        "/steder/findes-ikke/",
        "/omraader/findes-ikke/",
        "/findes-ikke/",
    ],
)
def test_unknown_address_helps_on_in_danish(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "Siden findes ikke" in response.content.decode()
    assert 'name="q"' in response.content.decode()


def test_draft_is_not_shown(client):
    activity, organisation = ActivityFactory(live=False), OrganisationFactory(live=False)
    assert client.get(activity.get_absolute_url()).status_code == 404
    assert client.get(organisation.get_absolute_url()).status_code == 404


def test_ended_activity_is_gone_but_helps_on(client):
    area = AreaFactory()
    ended = ActivityFactory(status=Status.ENDED, status_note="Holdet er fyldt.", areas=[area], interests=["mad"])
    same = ActivityFactory(title="Madklubben", areas=[area], interests=["mad"])
    ActivityFactory(title="Et andet sted", interests=["mad"])
    response = client.get(ended.get_absolute_url())
    html = response.content.decode()
    assert response.status_code == 410
    assert "Det her er stoppet" in html
    assert "Holdet er fyldt." in html
    assert same.title in html
    assert "Et andet sted" not in html
    assert ended.contact_phone not in html


def test_pages_are_not_for_posting(client):
    activity = ActivityFactory()
    for address in (activity.get_absolute_url(), reverse("catalogue:area", args=[AreaFactory().slug])):
        assert client.post(address).status_code == 405


@pytest.mark.parametrize("slug", ["maleklubben", "gammel"])
def test_what_has_been_taken_down_proposes_what_is_like_it(client, slug, django_assert_max_num_queries):
    area = AreaFactory()
    gone = ActivityFactory(title="Maleklubben", slug="gammel", areas=[area], interests=["kunst"])
    ActivityFactory(title="Tegneholdet", areas=[area], interests=["kunst"])
    gone.slug, gone.live, gone.first_published_at = "maleklubben", False, timezone.now()
    gone.save()
    client.get("/")
    with django_assert_max_num_queries(12):
        response = client.get(f"/indsatskatalog/relationelle/{slug}/")
    html = response.content.decode()
    assert response.status_code == 404
    assert "Det er ikke med i kataloget lige nu" in html
    assert "Tegneholdet" in html
    assert "Maleklubben" not in html
    gone.live = True
    gone.save()
    assert client.get(gone.get_absolute_url()).status_code == 200


def test_a_draft_that_nobody_saw_is_nothing(client):
    draft = ActivityFactory(slug="kladde", live=False)
    response = client.get(draft.get_absolute_url())
    assert response.status_code == 404
    assert "Siden findes ikke" in response.content.decode()


@pytest.mark.parametrize("slug", ["ny", "gammel"])
def test_another_part_and_another_name_at_once_redirect_once(client, slug):
    activity = ActivityFactory(slug="gammel", type=ActivityType.RELATIONAL)
    activity.slug, activity.type = "ny", ActivityType.OUTREACH
    activity.save()
    response = client.get(f"/indsatskatalog/relationelle/{slug}/", follow=True)
    assert response.redirect_chain == [("/indsatskatalog/opsoegende/ny/", 301)]
    assert response.status_code == 200


def test_a_name_that_is_taken_again_leads_to_the_new_one(client):
    first = ActivityFactory(title="Den første", slug="kaffe")
    first.slug = "te"
    first.save()
    ActivityFactory(title="Den anden", slug="kaffe")
    assert "Den anden" in client.get("/indsatskatalog/relationelle/kaffe/").content.decode()


def test_a_deleted_activity_leaves_no_address_behind(client):
    activity = ActivityFactory(slug="gammel")
    activity.slug = "ny"
    activity.save()
    activity.delete()
    for slug in ("gammel", "ny"):
        response = client.get(f"/indsatskatalog/relationelle/{slug}/")
        assert response.status_code == 404
        assert 'name="q"' in response.content.decode()
