"""What the note says: in its content after MedCom's XDIS15, the closing note of a municipal offer.

Sender and receiver, the referral, the period, what was offered, how often the person came, what came of it, and what
is agreed from now on. No civil registration number: the doctor finds the person by the code of their own referral.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.models import SiteSettings

from ..life.choices import CloseReason, Company, ConsentKind, Decision, DeclineReason, State
from ..models import Contact, FollowUp, Outcome, Referral, ReferralActivity
from ..policies import may_see_contact


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines."""

    title: str
    lines: list[str]


@dataclass(frozen=True, slots=True)
class ClosingNote:
    """The note, in Danish. `reference` is the referral's code, by which a surgery knows its own."""

    title: str
    portal: str
    made: str
    reference: str
    sections: list[Section]


def may_write_closing_note(referral: Referral) -> bool:
    """Whether the person wants the doctor to hear of it, and there is an end to tell of."""
    agreed = referral.consents.filter(kind=ConsentKind.CLOSING_NOTE, withdrawn_at__isnull=True)
    return not referral.is_open and agreed.exists()


def closing_note(referral: Referral, by: Any, now: datetime, site: SiteSettings) -> ClosingNote:
    """The note of a closed referral as `by` may write it. Raises ValueError without consent, or while it is open."""
    if not may_write_closing_note(referral) or referral.closed_at is None:
        raise ValueError("no note without consent, and none before the end")
    portal = site.name or _("Indsatskataloget")
    return ClosingNote(
        title=_("Afslutningsnotat"),
        portal=portal,
        made=_day(now),
        reference=referral.code.upper(),
        sections=[
            Section(_("Afsender"), _sender(portal, site, by)),
            Section(_("Modtager"), [_("Personens egen læge")]),
            Section(_("Personen"), _person(referral, by)),
            Section(_("Henvist af"), [f"{referral.unit.name} ({referral.get_referrer_kind_display()})"]),
            Section(_("Periode"), [_("%(from)s til %(to)s") % _period(referral, referral.closed_at)]),
            Section(_("Hvad der blev tilbudt"), [_offered(entry) for entry in referral.entries.all()]),
            Section(_("Fremmøde"), [_attendance(referral)]),
            Section(_("Udbytte"), _gained(referral)),
            Section(_("Opfølgning"), _after(referral)),
        ],
    )


def note_text(note: ClosingNote) -> str:
    """The note as plain text, to copy into a message."""
    head = [note.title.upper(), f"{note.portal}, {note.made}", _("Henvisning: %(code)s") % {"code": note.reference}]
    parts = ["\n".join([f"{section.title}:", *section.lines]) for section in note.sections]
    return "\n\n".join(["\n".join(head), *parts])


def _sender(portal: str, site: SiteSettings, by: Any) -> list[str]:
    return [
        line for line in (f"{portal}, {by}", site.phone and _("Telefon: %(phone)s") % {"phone": site.phone}) if line
    ]


def _person(referral: Referral, by: Any) -> list[str]:
    contact = Contact.objects.filter(referral=referral).first() if may_see_contact(by, referral) else None
    named = [_("Fornavn: %(name)s") % {"name": contact.first_name}] if contact else []
    return [*named, _("Alder: %(age)s") % {"age": referral.get_age_span_display()}, referral.area.name]


def _period(referral: Referral, closed_at: datetime) -> dict[str, str]:
    return {"from": _day(referral.created_at), "to": _day(closed_at)}


def _offered(entry: ReferralActivity) -> str:
    words = str(State(entry.state).label)
    if entry.declined_reason:
        words = f"{words}: {str(DeclineReason(entry.declined_reason).label).lower()}"
    organisation = f" ({entry.organisation})" if entry.organisation else ""
    return f"{entry.title}{organisation}. {words}."


def _attendance(referral: Referral) -> str:
    outcome = Outcome.objects.filter(referral=referral).first()
    if outcome and outcome.attended:
        times = ngettext("Personen er kommet %(n)d gang.", "Personen er kommet %(n)d gange.", outcome.attended)
        return times % {"n": outcome.attended}
    if referral.steps.filter(to_state__in=[State.CAME, State.GOES_ON]).exists():
        return _("Personen er kommet. Antallet af gange er ikke oplyst.")
    return _("Personen er ikke kommet.")


def _gained(referral: Referral) -> list[str]:
    outcome = Outcome.objects.filter(referral=referral).first()
    company = Company(outcome.company).label if outcome and outcome.company else Company.UNKNOWN.label
    lines = [_("Har personen fået nogen at være sammen med? %(answer)s.") % {"answer": company}]
    agreed = referral.consents.filter(kind=ConsentKind.TILS, withdrawn_at__isnull=True).exists()
    if outcome and agreed and outcome.tils_before and outcome.tils_after:
        numbers = {"before": outcome.tils_before, "after": outcome.tils_after}
        lines.append(_("T-ILS (3-9, lavest er mindst ensom): %(before)s før, %(after)s efter.") % numbers)
    return lines


def _after(referral: Referral) -> list[str]:
    last = FollowUp.objects.filter(referral=referral).order_by("-at", "-pk").first()
    lines = [_("Afsluttet: %(reason)s.") % {"reason": str(CloseReason(referral.close_reason).label).lower()}]
    if last:
        decision = {"day": _day(last.at), "decision": str(Decision(last.decision).label).lower()}
        lines.append(_("Seneste opfølgning %(day)s: %(decision)s.") % decision)
    return [*lines, _("Der er ikke aftalt mere fra vores side. Personen kan henvises igen.")]


def _day(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j. F Y")
