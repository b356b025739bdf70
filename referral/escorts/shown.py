"""What whoever goes along sees of it: when, where, with what help; of the person as little as that takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from catalogue.presenters.way import address_of

from ..cases.shown import reference_of
from ..models import Contact, EscortArrangement
from .asked import answers, contact_for_escort, needs_the_place
from .choices import EscortState


@dataclass(frozen=True, slots=True)
class AskedShown:
    """One arrangement for its escort. `from_where` and `contact` are empty before they say yes, and after the day."""

    made: EscortArrangement
    reference: str
    meets_at: datetime
    help: str
    area: str
    unit: str
    title: str
    place: str
    address: str
    phone: str
    agreed: bool
    over: bool
    from_where: str
    contact: Contact | None
    may_say_yes: bool
    may_say_no: bool
    may_tell: bool


def asked_shown(made: EscortArrangement, now: datetime) -> AskedShown:
    """The arrangement as its escort sees it; shown by tests/integration/referral/escorts/test_asked.py."""
    activity = made.entry.activity
    venue = activity.venue if activity else None
    referral, may = made.entry.referral, answers(made, now)
    return AskedShown(
        made=made,
        reference=reference_of(referral),
        meets_at=timezone.localtime(made.meets_at),
        help=str(made.get_help_display()),
        area=referral.area.name,
        unit=referral.unit.name,
        title=made.entry.title,
        place=venue.name if venue else "",
        address=address_of(venue) if venue else "",
        phone=(activity.contact_phone or activity.organisation.phone) if activity else "",
        agreed=made.state == EscortState.CONFIRMED,
        over=made.meets_at <= now,
        from_where=made.from_where if needs_the_place(made, now) else "",
        contact=contact_for_escort(made, now),
        may_say_yes=EscortState.CONFIRMED in may,
        may_say_no=EscortState.PROPOSED in may,
        may_tell=EscortState.DONE in may,
    )
