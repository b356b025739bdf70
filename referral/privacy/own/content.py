"""What the person's own paper says. Not who they are, what they need or what was proposed: it may be left on a bus."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.utils import timezone

from catalogue.choices import Language
from catalogue.other_languages.words import RIGHT_TO_LEFT
from catalogue.recurrence.words import full_date
from catalogue.sharing.addresses import readable
from catalogue.sharing.qr import Qr, qr_of
from catalogue.wording import in_danish
from home.models import SiteSettings

from ...cases.shown import reference_of
from ...life.choices import ConsentKind
from ...models import Consent, Referral
from ...slips.paper import Paper, compiled, drawing
from ..withdrawal_keys import address_of
from .words import DANISH, OwnWords, words_in


@dataclass(frozen=True, slots=True)
class Yes:
    """One thing said yes to: in short, in the person's language ("" where that is Danish), and in the words given."""

    kind: str
    theirs: str
    wording: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """What was said yes to at once: when and how, and who wrote it down."""

    when: str
    who: str
    yeses: tuple[Yes, ...]


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """The whole paper. `theirs` is None when the person reads Danish."""

    occasions: tuple[Occasion, ...]
    address: str
    readable: str
    qr: Qr
    reference: str
    danish: OwnWords
    theirs: OwnWords | None
    language: str
    direction: str
    portal: str
    phone: str


def own_paper(referral: Referral, consents: Iterable[Consent], site: SiteSettings, language: str = "") -> OwnPaper:
    """The paper about the consents that stand, in Danish and `language`, else the person's own.

    `consents` come with `recorded_by`, the referral with its unit: nothing more is asked of the database.
    """
    words, spoken = words_in(language or referral.language)
    theirs = None if spoken == Language.DANISH else words
    address = address_of(referral)
    with in_danish():
        return OwnPaper(
            occasions=tuple(_occasions(referral, consents, theirs)),
            address=address,
            readable=readable(address),
            qr=qr_of(address),
            reference=reference_of(referral),
            danish=DANISH,
            theirs=theirs,
            language=spoken,
            direction="rtl" if spoken in RIGHT_TO_LEFT else "ltr",
            portal=site.name or "Indsatskataloget",
            phone=site.phone,
        )


def own_pdf(content: OwnPaper, paper: Paper) -> bytes:
    """The paper as PDF/UA-1. Raises `FontsMissing`, as `slip_pdf`."""
    values = {**asdict(content), "paper": paper.size, "points": paper.points, "qr": drawing(content.qr)}
    return compiled("consent.typ", values)


def _occasions(referral: Referral, consents: Iterable[Consent], theirs: OwnWords | None) -> Iterable[Occasion]:
    together: dict[tuple[str, str], list[Yes]] = {}
    for one in consents:
        day = full_date(timezone.localdate(one.given_at))
        when = f"{day}, {str(one.get_given_how_display()).lower()}"
        who = ", ".join(str(part) for part in (one.recorded_by, referral.unit) if part)
        together.setdefault((when, who), []).append(_yes(one, theirs))
    return (Occasion(when, who, tuple(yeses)) for (when, who), yeses in together.items())


def _yes(consent: Consent, theirs: OwnWords | None) -> Yes:
    place = list(ConsentKind).index(ConsentKind(consent.kind))
    return Yes(DANISH.kinds[place], theirs.kinds[place] if theirs else "", consent.wording)
