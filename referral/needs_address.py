"""The finder's address with what a person wants and needs: nothing in it says who they are."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from catalogue.models import Interest, TargetGroup
from catalogue.queries.terms import terms_of

from .needs import Needs


def finder_address(needs: Needs) -> str:
    """Where the finder proposes for these needs."""
    asked = {
        "alder": needs.age,
        "omraade": needs.area,
        "savner": list(needs.misses),
        "kan_lide": _slugs(Interest, needs.likes),
        "situation": _slugs(TargetGroup, needs.situation),
        "hindring": list(needs.barriers),
        "hvornaar": list(needs.when),
    }
    known = {name: value for name, value in asked.items() if value}
    return f"{reverse('referral:find')}?{urlencode(known, doseq=True)}"


def _slugs(model: type[Interest] | type[TargetGroup], names: tuple[str, ...]) -> list[str]:
    return [slug for slug, name in terms_of(model).items() if name in names]
