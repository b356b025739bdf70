"""Short addresses and the activities they stand for."""

from __future__ import annotations

import uuid

import pytest
from django.test import Client

from catalogue.queries.by_code import with_codes
from catalogue.sharing.codes import code_of
from tests.factories.catalogue import ActivityFactory

pytestmark = pytest.mark.django_db
IDENTITY = uuid.UUID("01234567-89ab-4cde-8f01-23456789abcd")


@pytest.mark.parametrize("code", ["04hmasw", "04HMASW", "o4hmasw", "04hm-asw", "04hmasw/"])
def test_short_address_leads_to_the_activity(client: Client, code: str):
    activity = ActivityFactory(uuid=IDENTITY)
    response = client.get(f"/a/{code}")
    assert (response.status_code, response["Location"]) == (301, activity.get_absolute_url())


@pytest.mark.parametrize("code", ["0000000", "hej", "04hmas%00", "æ" * 7, "04hmasw04hmasw"])
def test_unknown_code_is_not_found(client: Client, code: str):
    ActivityFactory(uuid=IDENTITY)
    assert client.get(f"/a/{code}").status_code == 404


def test_draft_is_not_found(client: Client):
    ActivityFactory(uuid=IDENTITY, live=False)
    assert client.get("/a/04hmasw").status_code == 404


def test_ended_activity_is_found(client: Client):
    activity = ActivityFactory(uuid=IDENTITY, status="afsluttet")
    assert client.get("/a/04hmasw")["Location"] == activity.get_absolute_url()


def test_code_that_two_share_leads_to_a_list_of_both(client: Client):
    one = ActivityFactory(uuid=IDENTITY, title="Kaffe")
    other = ActivityFactory(uuid=uuid.UUID(int=IDENTITY.int + 1), title="Te")
    assert code_of(one.uuid) == code_of(other.uuid)
    response = client.get("/a/04hmasw", follow=True)
    assert response.redirect_chain == [("/min-liste/?a=04hmasw", 302)]
    assert {"Kaffe", "Te"} <= {entry.title for entry in response.context["list"].entries}


def test_short_address_costs_one_query(client: Client, django_assert_num_queries):
    ActivityFactory(uuid=IDENTITY)
    with django_assert_num_queries(1):
        client.get("/a/04hmasw")


def test_codes_are_found_at_once(django_assert_num_queries):
    activities = [ActivityFactory() for _ in range(5)]
    codes = [code_of(activity.uuid) for activity in activities]
    with django_assert_num_queries(1):
        found = with_codes([*codes, "0000000"])
    assert found == {code: [activity] for code, activity in zip(codes, activities, strict=True)} | {"0000000": []}


def test_no_codes_ask_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert with_codes([]) == {}
