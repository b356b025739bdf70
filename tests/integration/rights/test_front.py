"""The first page of the editors' system tells people what is theirs, and offers nothing that is shut."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from tests.factories.accounts import user_with
from tests.integration.rights.people import Place, make_place, responsible

SEARCHES_PAGES = 'role="search"'


@pytest.fixture
def place(db: None) -> Place:
    return make_place("Korsør")


def front(user) -> str:
    client = Client()
    client.force_login(user)
    return client.get("/admin/").content.decode()


@pytest.mark.parametrize("role", [Role.LOCAL_EDITOR, Role.ASSOCIATION, Role.CENTRE_STAFF])
def test_it_leads_to_what_somebody_is_responsible_for(place: Place, role: Role):
    user = responsible(role, place)
    page = front(user)
    duty = user.responsibilities.get()
    assert "Det har du ansvar for" in page
    assert str(duty.target) in page
    assert ("bliver godkendt" in page) is (role == Role.ASSOCIATION)
    assert SEARCHES_PAGES not in page
    client = Client()
    client.force_login(user)
    kind = duty.target._meta.model_name
    query = {"q": duty.target.name} if kind == "venue" else {kind: duty.target.pk}
    shown = client.get(reverse("wagtailsnippets_catalogue_activity:list"), query).context["table"].data
    assert [row.pk for row in shown] == [place.activity.pk]
    if kind != "area":
        assert reverse(f"wagtailsnippets_catalogue_{kind}:edit", args=[duty.target.pk]) in page


def test_it_says_so_when_there_is_nothing_yet(db: None):
    assert "Bed en administrator om det" in front(user_with(Role.ASSOCIATION))


def test_those_who_work_everywhere_search_pages_and_are_told_of_no_duties(place: Place):
    page = front(user_with(Role.EDITOR))
    assert "Det har du ansvar for" not in page
    assert SEARCHES_PAGES in page
