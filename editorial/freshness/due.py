"""Which organisations are to be asked, reminded, or have entries hidden. Each is a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.timezone import localdate
from wagtail.models import WorkflowState

from catalogue.freshness import periods
from catalogue.models import Activity, Organisation

from ..choices import LetterKind, LetterStatus
from ..models import FreshnessLetter, FreshnessQuestion, FreshnessRound

AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class ToAsk:
    """An organisation with entries that nobody has vouched for since the day they were due."""

    organisation: Organisation
    due: tuple[int, ...]


def to_ask(now: datetime, organisations: Iterable[int] | None = None) -> list[ToAsk]:
    """Organisations that are to get a letter: with entries that are due, by name; those not to be asked left out.

    What waits for an editor's approval is not asked about: it is the editor's turn. Nobody gets a letter sooner after
    the last than the reminder would have come.
    """
    since = localdate(now) - periods().letter
    entries = Activity.objects.published().filter(due_by(since, now))
    if organisations is not None:
        entries = entries.filter(organisation__in=list(organisations))
    waiting = waiting_for_approval()
    found: dict[int, list[int]] = {}
    for pk, organisation in entries.order_by("pk").values_list("pk", "organisation"):
        if pk not in waiting:
            found.setdefault(organisation, []).append(pk)
    asked = _asked_already(now)
    wanted = [pk for pk in found if pk not in asked]
    return [ToAsk(organisation, tuple(found[organisation.pk])) for organisation in in_parts(wanted)]


def due_by(since: date, now: datetime) -> Q:
    """Nobody has confirmed it after that day, nor published it for the first time after it."""
    published = now - (localdate(now) - since)
    return Q(verified_on__lte=since) | Q(verified_on=None) & (
        Q(first_published_at=None) | Q(first_published_at__lte=published)
    )


def in_parts(keys: list[int]) -> list[Organisation]:
    """Organisations by name, asked for a few hundred at a time."""
    parts = [keys[first : first + AT_A_TIME] for first in range(0, len(keys), AT_A_TIME)]
    found = [one for part in parts for one in Organisation.objects.filter(pk__in=part)]
    return sorted(found, key=lambda one: (one.name, one.pk))


def waiting_for_approval() -> set[int]:
    """Keys of the activities that somebody has submitted."""
    activity = ContentType.objects.get_for_model(Activity)
    states = WorkflowState.objects.filter(base_content_type=activity, status=WorkflowState.STATUS_IN_PROGRESS)
    return {int(pk) for pk in states.values_list("object_id", flat=True)}


def _asked_already(now: datetime) -> set[int]:
    """Organisations that are being asked, have just been, or are on hold."""
    lately = FreshnessRound.objects.filter(Q(closed_at=None) | Q(opened_at__gt=now - periods().reminder))
    held = Organisation.objects.filter(freshness_agreement__on_hold=True)
    return {*lately.values_list("organisation", flat=True), *held.values_list("pk", flat=True)}


def outstanding() -> QuerySet[FreshnessQuestion]:
    """Questions that keep their round open: due, not answered, and not confirmed in another way since.

    An entry that has ended, or that somebody else has taken off, need not be asked about any more.
    """
    confirmed = Q(activity__verified_on__isnull=False) & (
        Q(verified_before=None) | Q(activity__verified_on__gt=F("verified_before"))
    )
    on_show = Q(activity__live=True) & ~Q(activity__status="afsluttet") | Q(hidden_at__isnull=False)
    return FreshnessQuestion.objects.filter(on_show, due=True, answered_at=None).exclude(confirmed)


def answered_rounds() -> QuerySet[FreshnessRound]:
    """Open rounds in which nothing is outstanding any more."""
    left = outstanding().filter(round=OuterRef("pk"))
    return FreshnessRound.objects.filter(~Exists(left), closed_at=None)


def to_remind(now: datetime, organisations: Iterable[int] | None = None) -> QuerySet[FreshnessRound]:
    """Open rounds whose letter went out so long ago that a reminder is due."""
    sent = _sent(LetterKind.FIRST, now - periods().reminder)
    reminded = FreshnessLetter.objects.filter(round=OuterRef("pk"), kind=LetterKind.REMINDER)
    return _open_rounds(organisations).filter(Exists(sent), ~Exists(reminded))


def to_hide(now: datetime, organisations: Iterable[int] | None = None) -> QuerySet[FreshnessQuestion]:
    """Outstanding questions about live entries of organisations that were reminded long enough ago.

    Nothing is hidden before a letter and a reminder have really gone out, and citizens have been told for long.
    """
    ladder = periods()
    reminded = _sent(LetterKind.REMINDER, now - (ladder.mark + ladder.hide))
    rounds = _open_rounds(organisations).filter(Exists(reminded))
    waiting = waiting_for_approval()
    since = localdate(now) - (ladder.until_marked + ladder.hide)
    questions = outstanding().filter(round__in=rounds.order_by().values("pk"), activity__live=True)
    old = Activity.objects.filter(due_by(since, now)).order_by().values("pk")
    found = questions.filter(activity__in=old).values_list("pk", "activity")
    return FreshnessQuestion.objects.filter(pk__in=[pk for pk, activity in found if activity not in waiting])


def _open_rounds(organisations: Iterable[int] | None) -> QuerySet[FreshnessRound]:
    rounds = FreshnessRound.objects.filter(closed_at=None).exclude(organisation__freshness_agreement__on_hold=True)
    return rounds if organisations is None else rounds.filter(organisation__in=list(organisations))


def _sent(kind: LetterKind, by: datetime) -> QuerySet[FreshnessLetter]:
    return FreshnessLetter.objects.filter(round=OuterRef("pk"), kind=kind, status=LetterStatus.SENT, sent_at__lte=by)
