"""The site's own colours, from the editors' form to the page."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Site

from home.models import SiteSettings

pytestmark = pytest.mark.django_db
BLUE, ICE = "#004d80", "#e0f0ff"


@pytest.fixture
def site_settings() -> SiteSettings:
    return SiteSettings.for_site(Site.objects.get(is_default_site=True))


def test_own_colours_are_linked_by_an_address_that_may_be_kept_for_good(client, site_settings):
    assert "tema.css" not in client.get("/indsatskatalog/").content.decode()
    site_settings.primary_colour, site_settings.accent_colour = BLUE, ICE
    site_settings.full_clean()
    site_settings.save()
    assert (
        f'<link rel="stylesheet" href="{site_settings.theme_address}">'
        in client.get("/indsatskatalog/").content.decode()
    )
    response = client.get(site_settings.theme_address)
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in response["Cache-Control"]
    assert f"--primary:{BLUE}" in response.content.decode()


@pytest.mark.parametrize("query", ["", "?v=another"])
def test_style_sheet_by_another_address_is_not_kept(client, query):
    assert "immutable" not in client.get(f"/tema.css{query}").headers.get("Cache-Control", "")


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"primary_colour": "#4caf50"}, "primary_colour", "Vælg en mørkere farve"),
        ({"accent_colour": "#223344"}, "accent_colour", "Vælg en lysere farve"),
        ({"primary_colour": "red;}"}, "primary_colour", "Skriv farven som"),
        ({"accent_colour": "#fff"}, "accent_colour", "Skriv farven som"),
    ],
)
def test_colour_that_will_not_do_is_refused_in_words(site_settings, values, field, words):
    for name, value in values.items():
        setattr(site_settings, name, value)
    with pytest.raises(ValidationError) as error:
        site_settings.full_clean()
    assert words in str(error.value.message_dict[field])


def test_capital_letters_are_the_same_colour(site_settings):
    site_settings.primary_colour = BLUE.upper()
    site_settings.full_clean()
    assert site_settings.primary_colour == BLUE


def test_editors_form_refuses_too(admin_client, site_settings):
    address = reverse("wagtailsettings:edit", args=["home", "sitesettings", site_settings.site_id])
    data = {"name": "Portalen", "primary_colour": "#4caf50", "accent_colour": ICE}
    response = admin_client.post(address, data)
    assert "Vælg en mørkere farve" in response.content.decode()
    assert admin_client.post(address, {**data, "primary_colour": BLUE}).status_code == 302
    site_settings.refresh_from_db()
    assert site_settings.primary_colour == BLUE
