"""What an organisation answers is done here, once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from wagtail.log_actions import log

from catalogue.actions.change_entry import change_entry
from catalogue.actions.publish_entry import publish_entry
from catalogue.models import Activity

from ...choices import FreshnessAnswer
from ...models import FreshnessQuestion
from ..links import Link
from ..standing import Standing, is_hidden, standing_of

CONFIRMED = "freshness.confirmed"


class Dead(Exception):
    """The link does not hold any more; `standing` says why."""

    def __init__(self, standing: Standing) -> None:
        super().__init__(standing)
        self.standing = standing


@transaction.atomic
def confirm(*, question: int, link: Link, now: datetime, by: None = None) -> FreshnessQuestion:
    """The entry is still right: it is confirmed today, and back on the portal if silence had hidden it.

    What somebody has drafted stays a draft. `by` is always None: nobody signs in. Raises `Dead`.
    """
    asked = take(question, link)
    confirm_entry(question=asked, now=now)
    close(question=asked, answer=FreshnessAnswer.RIGHT, now=now)
    return asked


@transaction.atomic
def confirm_all(*, round_: int, link: Link, now: datetime, by: None = None) -> list[FreshnessQuestion]:
    """All of a round that is not answered is still right; returns what was confirmed. Raises `Dead` for nothing."""
    confirmed = []
    keys = FreshnessQuestion.objects.filter(round=round_, answered_at=None).order_by("pk")
    for pk in list(keys.values_list("pk", flat=True)):
        try:
            confirmed.append(confirm(question=pk, link=link, now=now))
        except Dead:
            continue
    if not confirmed:
        raise Dead(Standing.EXPIRED if link.expired else Standing.ANSWERED)
    return confirmed


def take(question: int, link: Link) -> FreshnessQuestion:
    """The question with its entry, both held until the transaction ends; raises `Dead`."""
    asked = FreshnessQuestion.objects.select_for_update().get(pk=question)
    asked.activity = Activity.objects.select_for_update().get(pk=asked.activity_id)
    standing = standing_of(asked, link)
    if standing != Standing.OPEN:
        raise Dead(standing)
    return asked


def close(*, question: FreshnessQuestion, answer: FreshnessAnswer, now: datetime, **told: Any) -> None:
    """Keep the answer; from now on the question's links are dead."""
    question.answer, question.answered_at = answer, now
    for name, value in told.items():
        setattr(question, name, value)
    question.save(update_fields=["answer", "answered_at", *told])


def confirm_entry(*, question: FreshnessQuestion, now: datetime) -> None:
    """Write into the entry, and into what is drafted of it, that the organiser has confirmed it today."""
    put(question=question, change=lambda version: None, action=CONFIRMED, now=now, data={})


def put(
    *, question: FreshnessQuestion, change: Callable[[Activity], None], action: str, now: datetime, data: dict[str, Any]
) -> None:
    """Make a change that the organiser vouches for, on the portal and in what is drafted; log it as `action`.

    An entry that silence had hidden is back on the portal.
    """
    activity, hidden = question.activity, is_hidden(question)

    def vouched(version: Activity) -> None:
        change(version)
        vouch(version, now)
        if hidden:
            version.live = True

    data = {**data, "hidden": hidden}
    if hidden and not _drafted_since(question):
        # The draft that hiding left behind is what was on show before: it is published again.
        vouched(activity)
        revision = publish_entry(entry=activity, by=None, at=now)
        log(instance=activity, action=action, user=None, revision=revision, data=data, content_changed=True)
    else:
        change_entry(entry=activity, change=vouched, action=action, by=None, data=data)


def vouch(version: Activity, now: datetime) -> None:
    """The organiser has seen this version today, and says that it is right."""
    version.verified_on, version.verified_by = localdate(now), ""


def _drafted_since(question: FreshnessQuestion) -> bool:
    """Whether somebody had written on a hidden entry before it was hidden, or has since."""
    latest, hidden_at = question.activity.latest_revision, question.hidden_at
    return question.had_draft or bool(latest and hidden_at and latest.created_at > hidden_at)


def questions_left(round_: int) -> Iterable[FreshnessQuestion]:
    """What is not answered in a round, with what a page shows of each entry."""
    return (
        FreshnessQuestion.objects.filter(round=round_, answered_at=None)
        .select_related("activity__venue", "activity__organisation", "round")
        .prefetch_related("activity__schedules")
        .order_by("pk")
    )
