"""Addresses made of titles."""

import pytest

from catalogue.models import Interest, Organisation
from catalogue.slugs import PLACEHOLDER, danish_slug, free_slug
from tests.factories.catalogue import OrganisationFactory


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Gåtur på Røsnæs", "gaatur-paa-roesnaes"),
        ("  Ærø & Åløkke – kl. 10_12! ", "aeroe-aaloekke-kl-10-12"),
        ("Müllers café", "muellers-cafe"),
        ("🎉", ""),
        ("a" * 500, "a" * 90),
    ],
)
def test_danish_letters_are_written_out(title: str, slug: str):
    assert danish_slug(title) == slug


@pytest.mark.django_db
def test_a_taken_address_gets_a_number():
    for slug in ("kaffe", "kaffe-2", "kaffebord"):
        OrganisationFactory(slug=slug)
    own = OrganisationFactory(slug="te")
    assert free_slug(Organisation, "Kaffe") == "kaffe-3"
    assert free_slug(Organisation, "Te", pk=own.pk) == "te"
    assert free_slug(Organisation, "🎉").startswith(PLACEHOLDER)


@pytest.mark.django_db
def test_terms_that_would_have_one_address_get_two():
    slugs = [Interest.objects.create(name=name).slug for name in ("gåture", "gaature", "60+", "60", "🎉")]
    assert slugs == ["gaature", "gaature-1", "60", "60-1", "ord"]
