"""Searches without a fitting answer, on the editors' first page."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import ngettext

from search.models import AskedStatus
from search.queries.asked_for import asked_for

from .needs import Need, bounded, register


def _words(n: int) -> str:
    return ngettext("søgning finder ikke noget, der passer", "søgninger finder ikke noget, der passer", n)


def tell() -> None:
    """Registers it."""
    register(
        Need(
            key="soegninger",
            label=_words,
            count=lambda user: bounded(asked_for(user).filter(status=AskedStatus.OPEN)),
            url=lambda user: reverse("soegninger:index"),
            concerns=lambda user: user.has_perm("search.change_askedsearch"),
            icon="search",
            order=70,
        )
    )
