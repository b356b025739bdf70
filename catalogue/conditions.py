"""What may be the matter with an activity, each a question to the database that the editors' list can be narrowed by.

Apps further down add theirs with `register` when they are ready: the list and the first page then know them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, WorkflowState

from .choices import Delivery
from .freshness import fresh_from
from .models import Activity, Schedule
from .queries.holes import lacking

Words = Any


@dataclass(frozen=True, slots=True)
class Condition:
    """`key` stands in the address, `label` in the filter; `narrow` keeps the rows of which it is true."""

    key: str
    label: Words
    narrow: Callable[[QuerySet[Activity]], QuerySet[Activity]]
    order: int = 100


class AlreadyKnown(ValueError):
    """Two apps have taken the same key."""


_known: dict[str, Condition] = {}


def register(condition: Condition, *, instead: bool = False) -> None:
    """Adds a condition; `instead` lets an app that knows better take the place of an earlier one."""
    if condition.key in _known and not instead:
        raise AlreadyKnown(condition.key)
    _known[condition.key] = condition


def conditions() -> list[Condition]:
    """All of them, in the order of the filter."""
    return sorted(_known.values(), key=lambda condition: (condition.order, condition.key))


def condition(key: str) -> Condition:
    """The one of this key; raises `KeyError`."""
    return _known[key]


def with_any(activities: QuerySet[Activity], keys: list[str]) -> QuerySet[Activity]:
    """Those of which at least one of the conditions is true; a key that nobody knows is true of none."""
    inside = Q(pk__in=[])
    for key in keys:
        if key in _known:
            inside |= Q(pk__in=_known[key].narrow(Activity.objects.order_by()).values("pk"))
    return activities.filter(inside)


def _public(activities: QuerySet) -> QuerySet:
    return activities.published()  # type: ignore[attr-defined]


def stale(activities: QuerySet) -> QuerySet:
    """What citizens find, and of which the page tells them that nobody has confirmed it, yet or for long."""
    long_ago = fresh_from(timezone.localdate())
    return _public(activities).filter(Q(verified_on__lt=long_ago) | Q(verified_on__isnull=True))


def without_time(activities: QuerySet) -> QuerySet:
    """Neither a time nor a word about when it is."""
    return _public(activities).filter(~Exists(Schedule.objects.filter(activity=OuterRef("pk"))), schedule_text="")


def lacks(field: str) -> Callable[[QuerySet], QuerySet]:
    """What citizens find, and which lacks what the form's meter asks for (`catalogue.queries.holes`)."""
    return lambda activities: lacking(_public(activities), field)


def without_position(activities: QuerySet) -> QuerySet:
    """People are to turn up at a place that is not on the map."""
    return _public(activities).filter(
        delivery__has=Delivery.IN_PERSON.value, venue__isnull=False, venue__latitude__isnull=True
    )


def without_contact(activities: QuerySet) -> QuerySet:
    """Nobody to ring or write to, neither here nor at the organisation."""
    nobody = Q(contact_phone="", contact_email="", organisation__phone="", organisation__email="")
    return _public(activities).filter(nobody)


# What the meter asks for is nice to have; without these, people cannot come or do not find it.
HOLES = (without_time, lacks("venue"), without_position, lacks("interests"), without_contact, lacks("description"))


def with_holes(activities: QuerySet) -> QuerySet:
    """What citizens find, and which lacks something that they need."""
    inside = Q(pk__in=[])
    for narrow in HOLES:
        inside |= Q(pk__in=narrow(Activity.objects.order_by()).values("pk"))
    return activities.filter(inside)


def _in_workflow(status: str) -> Exists:
    return Exists(
        WorkflowState.objects.filter(
            base_content_type=ContentType.objects.get_for_model(Activity),
            object_id=Cast(OuterRef("pk"), CharField()),
            status=status,
        )
    )


def waiting(activities: QuerySet) -> QuerySet:
    """Submitted, and not approved yet."""
    return activities.filter(_in_workflow(WorkflowState.STATUS_IN_PROGRESS))


def sent_back(activities: QuerySet) -> QuerySet:
    """Sent back to those who wrote it, with a comment."""
    return activities.filter(_in_workflow(WorkflowState.STATUS_NEEDS_CHANGES))


def drafts(activities: QuerySet) -> QuerySet:
    """With words that citizens do not see, and that nobody has been asked to approve."""
    asked = _in_workflow(WorkflowState.STATUS_IN_PROGRESS) | _in_workflow(WorkflowState.STATUS_NEEDS_CHANGES)
    return activities.filter(Q(live=False, expired=False) | Q(has_unpublished_changes=True)).exclude(asked)


def scheduled(activities: QuerySet) -> QuerySet:
    """To be published or taken down by itself at a given time."""
    planned = Exists(
        Revision.objects.filter(
            content_type=ContentType.objects.get_for_model(Activity),
            object_id=Cast(OuterRef("pk"), CharField()),
            approved_go_live_at__isnull=False,
        )
    )
    return activities.filter(Q(planned) | Q(live=True, expire_at__gt=timezone.now()))


def tell() -> None:
    """Registers what the catalogue itself can ask."""
    ours = [
        ("foraeldet", _("Ikke bekræftet for nylig"), stale),
        ("huller", _("Mangler noget, folk har brug for"), with_holes),
        ("uden-tidspunkt", _("Uden tidspunkt"), without_time),
        ("uden-sted", _("Man møder op, men der er intet sted"), lacks("venue")),
        ("uden-kort", _("Stedet er ikke på kortet"), without_position),
        ("uden-kontakt", _("Uden telefon og mail"), without_contact),
        ("uden-interesse", _("Uden interesser"), lacks("interests")),
        ("uden-tekst", _("Uden beskrivelse"), lacks("description")),
        ("uden-foerste-gang", _("Uden »Hvad sker der første gang?«"), lacks("first_visit")),
        ("uden-pris", _("Uden pris"), lacks("price_dkk")),
        ("uden-tilgaengelighed", _("Uden svar om tilgængelighed"), lacks("accessibility_answers")),
        ("uden-billede", _("Uden billede"), lacks("image")),
        ("til-godkendelse", _("Venter på godkendelse"), waiting),
        ("sendt-tilbage", _("Sendt tilbage med en bemærkning"), sent_back),
        ("kladder", _("Kladder"), drafts),
        ("planlagt", _("Offentliggøres eller udløber af sig selv"), scheduled),
    ]
    for order, (key, label, narrow) in enumerate(ours, start=1):
        register(Condition(key, label, narrow, order=order * 10))
