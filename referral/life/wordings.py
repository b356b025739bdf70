"""What a person is asked to say yes to. A change raises the version: a consent keeps the words it was given in.

Edition 2 says how long a name is kept, and that a yes can be taken back (GDPR, article 7(3)).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from .choices import ConsentKind


@dataclass(frozen=True, slots=True)
class Wording:
    """The words, and which edition of them."""

    version: int
    words: Any

    @property
    def text(self) -> str:
        """The words, with how long a name is kept after the end."""
        return str(self.words) % {"days": settings.REFERRAL_CONTACT_DAYS_AFTER_CLOSE}


WORDINGS = {
    ConsentKind.REFERRED: Wording(
        2,
        _(
            "Ja, I må henvise mig til de aktiviteter, vi har valgt. Arrangøren og kommunens netværksmedarbejder får at "
            "vide, hvad jeg ønsker mig og har brug for. Mit navn følger kun med, hvis jeg selv vil kontaktes. Jeg kan "
            "altid fortryde. Så sletter I alt om mig."
        ),
    ),
    ConsentKind.CONTACTED: Wording(
        2,
        _(
            "Ja, I må gemme mit fornavn og mit telefonnummer eller min adresse og give det til arrangøren, så de kan "
            "kontakte mig. I sletter det senest %(days)s dage efter, at henvisningen er slut, og straks, hvis jeg "
            "fortryder."
        ),
    ),
    ConsentKind.CLOSING_NOTE: Wording(
        1, _("Ja, min læge må få besked til sidst om, hvad jeg kom med til, og hvordan det gik.")
    ),
    ConsentKind.TILS: Wording(
        1, _("Ja, I må stille mig tre korte spørgsmål om ensomhed nu og igen senere og gemme svarene som to tal.")
    ),
}
