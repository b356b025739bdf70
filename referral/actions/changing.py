"""What every change of a referral begins and ends with: its row locked, its version asked, its line in the log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.models import Activity, Organisation

from ..life.choices import Actor, Event
from ..life.next_dates import next_date
from ..models import Escort, Referral, ReferralActivity, ReferralStep
from ..policies import actors_of


class NotAllowed(PermissionError):
    """Somebody may not do this with this referral, or not now."""


class Outdated(ValueError):
    """Somebody else has changed the referral since it was read; says who, in Danish."""


def locked(referral: Referral, version: int) -> Referral:
    """The referral as it is now, locked until the transaction ends.

    Raises `Outdated` when it is no longer the `version` that was read, `Referral.DoesNotExist` when it is gone.
    """
    row = locked_as_it_is(referral)
    if row.version != version:
        raise Outdated(
            _("%(who)s har ændret henvisningen imens. Se den igennem, og prøv så igen.") % {"who": _last(row)}
        )
    return row


def locked_as_it_is(referral: Referral) -> Referral:
    """The same for whoever has seen no version of the whole. Raises `Referral.DoesNotExist` when it is gone."""
    rows = Referral.objects.select_for_update(of=("self",)).select_related("area", "unit", "owner")
    return rows.get(pk=referral.pk)


def save_change(row: Referral, *fields: str) -> None:
    """Writes the fields, and raises the version."""
    row.version += 1
    row.save(update_fields=[*fields, "version"])


def write_line(row: Referral, event: Event, by: Any, now: datetime, **fields: Any) -> ReferralStep:
    """A line of the log. `by` is a user, or an organisation or escort that answered by a link.

    An association is named as one.
    """
    if isinstance(by, Escort):
        return ReferralStep.objects.create(referral=row, event=event, escort=by, at=now, **fields)
    if isinstance(by, Organisation):
        return ReferralStep.objects.create(referral=row, event=event, organisation=by, at=now, **fields)
    entry = fields.get("entry")
    only_receives = actors_of(by, row, entry) == {Actor.ORGANISATION}
    organisation = entry.organisation if entry and only_receives else None
    return ReferralStep.objects.create(referral=row, event=event, by=by, organisation=organisation, at=now, **fields)


def date_by_rule(row: Referral, now: datetime) -> date:
    """When to look at it again, by the states of its activities."""
    entries = [(entry.state, timezone.localdate(entry.since)) for entry in row.entries.all()]
    return next_date(entries, timezone.localdate(now))


def propose_activities(row: Referral, activities: Sequence[Activity], first: int, now: datetime) -> None:
    """Puts the activities on the referral, in their order from the place `first` on."""
    for position, activity in enumerate(activities, start=first):
        ReferralActivity.objects.create(
            referral=row,
            activity=activity,
            organisation=activity.organisation,
            title=activity.title,
            position=position,
            since=now,
        )


def tell_on_commit(row: Referral) -> None:
    """Lets each organisation that has not been told hear of its activity, once the transaction has ended well."""
    transaction.on_commit(partial(_tell, row.pk), robust=True)


def _tell(referral: int) -> None:
    from ..answering.tasks import tell_about

    tell_about.enqueue(referral)


def _last(row: Referral) -> str:
    steps = row.steps.select_related("by", "organisation", "escort__user", "escort__organisation", "escort__unit")
    step = steps.order_by("-at", "-pk").first()
    who = step and (step.by or step.organisation or step.escort)
    return str(who) if who else _("En anden")
