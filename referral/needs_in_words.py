"""A person's needs as somebody reads them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from catalogue.choices import Language

from .choices import Barrier, Miss, When
from .models import Referral


def needs_in_words(referral: Referral) -> list[tuple[str, list[str]]]:
    """Question → answers, for what is known."""
    needs = referral.needs
    rows = [
        (_("Alder"), [str(referral.get_age_span_display())]),
        (_("Savner"), [str(Miss(one).label) for one in needs.misses]),
        (_("Kan lide"), list(needs.likes)),
        (_("Vigtigt at vide"), list(needs.situation)),
        (_("Står i vejen"), [str(Barrier(one).label) for one in needs.barriers]),
        (_("Kan bedst"), [str(When(one).label) for one in needs.when]),
    ]
    if referral.language != Language.DANISH:
        rows.append((_("Sprog"), [str(Language(referral.language).label)]))
    return [(question, answers) for question, answers in rows if answers]
