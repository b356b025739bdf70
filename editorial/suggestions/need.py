"""The suggestions that wait, on the editors' first page."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import ngettext

from ..desk.needs import Need, bounded, register
from .choices import SuggestionStatus
from .queries import waiting_suggestions_for


def _words(n: int) -> str:
    return ngettext("forslag til en aktivitet venter på svar", "forslag til aktiviteter venter på svar", n)


def tell() -> None:
    """Registers it."""
    open_ones = "&".join(f"status={status.value}" for status in SuggestionStatus.open())
    register(
        Need(
            key="forslag",
            label=_words,
            count=lambda user: bounded(waiting_suggestions_for(user)),
            url=lambda user: f"{reverse('forslag:index')}?{open_ones}",
            concerns=lambda user: user.has_perm("editorial.change_suggestion"),
            icon="comment",
            order=22,
        )
    )
