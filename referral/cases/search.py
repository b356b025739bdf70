"""Finding one referral among many: by code, activity, unit, area or owner, never by who the person is.

A first name is encrypted, and Fernet writes the same name differently each time: to search for it every contact would
have to be opened, or a fingerprint of each name be kept, which can be guessed from a list of names. Opening all of them
would also be a reading of each. Whoever rings has the number on their paper, or can say what they were referred to.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from catalogue.scopes import reach_of

from ..models import ReferralActivity
from ..querysets import ReferralQuerySet
from ..slips.codes import read_typed
from .fields import refuse_civil_number

MOST = 60
# So much of a code is one: fewer places stand in many codes by chance.
BEGINNING_OF_A_CODE, PART_OF_A_CODE = 3, 5


class SearchForm(forms.Form):
    """What is looked for; it stands in the address."""

    q = forms.CharField(
        label=_("Find en henvisning"),
        help_text=_("Kode, aktivitet, enhed, område eller ansvarlig. Personens navn er låst og kan ikke søges frem."),
        required=False,
        max_length=MOST,
        validators=[refuse_civil_number],
        widget=forms.TextInput(attrs={"class": "form-input", "type": "search", "autocomplete": "off"}),
        error_messages={"max_length": _("Skriv højst %(limit_value)d tegn.")},
    )

    @property
    def asked(self) -> str:
        """The words, with single spaces; nothing where they cannot be used."""
        return " ".join(self.cleaned_data["q"].split()) if self.is_valid() else ""


def matching(seen: ReferralQuerySet, asked: str, user: Any, *, whole: bool) -> ReferralQuerySet:
    """Those of `seen` in which each word is found somewhere; an organisation asks of its own activities alone.

    Shown by tests/integration/referral/cases/test_search.py.
    """
    for word in asked.split():
        seen = seen.filter(_in_code(word) | _written(word, "unit__name", "area__name", *OWNER) | _in(word, user, whole))
    return seen


OWNER = ("owner__first_name", "owner__last_name")


def _in(word: str, user: Any, whole: bool) -> Q:
    entries = ReferralActivity.objects.filter(_written(word, "title"), referral=OuterRef("pk"))
    return Q(Exists(entries if whole else entries.filter(organisation__in=reach_of(user).organisations)))


def _in_code(word: str) -> Q:
    typed = read_typed(word)
    if len(typed) >= PART_OF_A_CODE:
        return Q(code__contains=typed)
    return Q(code__startswith=typed) if len(typed) >= BEGINNING_OF_A_CODE else Q(pk__in=[])


def _written(word: str, *fields: str) -> Q:
    """SQLite knows no capitals of æ, ø and å: they are asked for as they may stand."""
    spellings = {word} if word.isascii() else {word, word.lower(), word.upper(), word.capitalize()}
    return Q(*((f"{field}__icontains", one) for field in fields for one in sorted(spellings)), _connector=Q.OR)
