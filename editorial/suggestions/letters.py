"""What is written to somebody who suggested something and left a mail address."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from home.letters.actions import post

from ..models import Suggestion
from .choices import SuggestionStatus


def write_receipt(suggestion: Suggestion) -> None:
    """Says that it has come in, and where to follow it."""
    with translation.override(suggestion.language):
        _write(suggestion, _("Vi har modtaget dit forslag"), "emails/suggestion_received.txt")


def write_answer(suggestion: Suggestion) -> None:
    """Says what came of it."""
    with translation.override(suggestion.language):
        _write(suggestion, _subject(suggestion.status), "emails/suggestion_answered.txt")


def _subject(status: str) -> str:
    return {
        SuggestionStatus.PUBLISHED: _("Dit forslag er kommet på siden"),
        SuggestionStatus.REJECTED: _("Dit forslag kommer ikke på siden"),
        SuggestionStatus.MERGED: _("Dit forslag findes på siden i forvejen"),
    }[SuggestionStatus(status)]


def _write(suggestion: Suggestion, subject: str, template: str) -> None:
    if not suggestion.own_email:
        return
    address = reverse("editorial:suggestion", args=[suggestion.code])
    outcome = suggestion.draft or suggestion.same_as
    context: dict[str, Any] = {
        "title": suggestion.title,
        "status": suggestion.status,
        "reason": suggestion.reason,
        "address": f"{settings.BASE_URL}{address}",
        "outcome": f"{settings.BASE_URL}{outcome.get_absolute_url()}" if outcome and outcome.live else "",
    }
    post(to=suggestion.own_email, subject=subject, body=render_to_string(template, context))
