"""What a person is asked to say yes to. A change raises the version: a consent keeps the words it was given in."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from .choices import ConsentKind


@dataclass(frozen=True, slots=True)
class Wording:
    """The words, and which edition of them."""

    version: int
    text: str


WORDINGS = {
    ConsentKind.REFERRED: Wording(
        1,
        _(
            "Ja, I må henvise mig til de aktiviteter, vi har valgt. Arrangøren og kommunens netværksmedarbejder får at "
            "vide, hvad jeg ønsker mig og har brug for. Mit navn følger kun med, hvis jeg selv vil kontaktes."
        ),
    ),
    ConsentKind.CONTACTED: Wording(
        1,
        _(
            "Ja, I må gemme mit fornavn og mit telefonnummer eller min adresse og give det til arrangøren, så de kan "
            "kontakte mig. Oplysningerne bliver slettet, når henvisningen er slut."
        ),
    ),
    ConsentKind.CLOSING_NOTE: Wording(
        1, _("Ja, min læge må få besked til sidst om, hvad jeg kom med til, og hvordan det gik.")
    ),
    ConsentKind.TILS: Wording(
        1, _("Ja, I må stille mig tre korte spørgsmål om ensomhed nu og igen senere og gemme svarene som to tal.")
    ),
}
