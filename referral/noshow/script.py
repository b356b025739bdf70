"""What to say on the telephone: everyday words, no blame."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from catalogue.recurrence.activity import next_occurrence_of
from home.models import SiteSettings

from ..models import ReferralActivity


@dataclass(frozen=True, slots=True)
class Line:
    """When to say it, and the words."""

    when: str
    words: str


def script_for(entry: ReferralActivity, name: str, by: Any, now: datetime, site: SiteSettings) -> list[Line]:
    """The lines in their order. `name` is the person's first name, empty when it is not known."""
    told = {"name": f" {name}" if name else "", "me": by.first_name or str(by), "title": entry.title}
    coming = next_occurrence_of(entry.activity, after=now) if entry.activity else None
    lines = [
        Line(
            _("Begynd sådan"),
            _("Hej%(name)s. Det er %(me)s fra %(portal)s. Passer det, at jeg ringer nu?")
            % {**told, "portal": site.name or _("kommunen")},
        ),
        Line(
            _("Sig, hvorfor du ringer"),
            _(
                "Jeg ringer, fordi du havde tænkt dig at prøve %(title)s. Det blev ikke til noget, og det er helt i "
                "orden."
            )
            % told,
        ),
        Line(_("Spørg åbent, og lyt"), _("Hvordan har du det? Hvad kom i vejen?")),
        Line(
            _("Hvis det var svært at komme afsted"),
            _("Ville det hjælpe, hvis nogen fulgtes med dig den første gang?"),
        ),
    ]
    if coming:
        start = timezone.localtime(coming.start)
        lines.append(
            Line(
                _("Hvis personen gerne vil prøve igen"),
                _("Næste gang er %(day)s. Skal vi sige, at du kommer der?")
                % {"day": date_format(start, r"l \d\e\n j. F \k\l. H.i")},
            )
        )
    return [
        *lines,
        Line(_("Hvis det ikke er det rigtige"), _("Hvad kunne du bedre tænke dig? Så finder vi noget andet.")),
        Line(_("Slut sådan"), _("Tak, fordi du ville tale med mig. Du må altid ringe til os, hvis du fortryder.")),
    ]
