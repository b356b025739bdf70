"""Organisations that have not answered and those nobody can ask, on the editors' first page."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from ..desk.needs import Need, bounded, register
from .desk.rows import organisations_for


def _words(n: int) -> str:
    return ngettext(
        "arrangør har skjulte aktiviteter eller ingen mail", "arrangører har skjulte aktiviteter eller ingen mail", n
    )


def tell() -> None:
    """Registers it."""
    register(
        Need(
            key="friskhed",
            label=_words,
            count=lambda user: bounded(
                organisations_for(user, timezone.now()).filter(Q(hidden__gt=0) | Q(reachable=False, due__gt=0))
            ),
            url=lambda user: reverse("friskhed:index"),
            concerns=lambda user: user.has_perm("editorial.change_freshnessagreement"),
            icon="mail",
            order=45,
        )
    )
