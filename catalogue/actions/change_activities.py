"""Changing several activities in the same way, each with a revision and log entries, so that it can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Revision, TaskState

from ..models import Activity
from ..policies import ACTIVITIES
from ..queries.hindrances import hindrances
from .publish_entry import publish_entry

if TYPE_CHECKING:
    from accounts.models import User

# Sets the new values, and says whether anything is different now.
Change = Callable[[Activity], bool]


class Refused(Exception):
    """One entry cannot be changed so; says why in Danish."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One entry that was changed: the revisions that held it before, and the newest one afterwards."""

    pk: int
    live_before: int | None
    latest_before: int
    latest_after: int


@dataclass(slots=True)
class Outcome:
    """What became of each: `skipped` says why, `same` had the values already, `drafts` is how many kept a draft."""

    changed: list[Changed] = field(default_factory=list)
    same: list[Activity] = field(default_factory=list)
    skipped: list[tuple[Activity, str]] = field(default_factory=list)
    drafts: int = 0


@transaction.atomic
def change_activities(
    *, activities: Iterable[Activity], change: Change, by: User, as_published: bool = True
) -> Outcome:
    """Change what may be changed, and say why the rest was skipped.

    What citizens see is changed at once. A draft is kept, unpublished, with the same change in it. `as_published=False`
    is for what takes no right to publish, such as saying that an entry is still right.
    """
    entries = list(activities)
    refused = hindrances(entries, by, as_published=as_published)
    outcome = Outcome()
    for entry in entries:
        try:
            if entry.pk in refused:
                raise Refused(refused[entry.pk])
            with transaction.atomic():
                changed = _change(entry.pk, change, by, as_published=as_published)
        except Refused as refusal:
            outcome.skipped.append((entry, str(refusal)))
            continue
        if changed is None:
            outcome.same.append(entry)
            continue
        outcome.changed.append(changed)
        outcome.drafts += bool(changed.live_before) and changed.live_before != changed.latest_before
    return outcome


@transaction.atomic
def change_back(*, changes: Iterable[Changed], by: User, as_published: bool = True) -> Outcome:
    """Bring each back to its revisions from before, unless somebody has changed it since."""
    changes = list(changes)
    entries = Activity.objects.in_bulk([changed.pk for changed in changes])
    refused = hindrances(entries.values(), by, as_published=as_published)
    outcome = Outcome()
    for changed in changes:
        entry = entries.get(changed.pk)
        if entry is None:
            continue
        if entry.pk in refused:
            outcome.skipped.append((entry, refused[entry.pk]))
        elif entry.latest_revision_id != changed.latest_after:
            outcome.skipped.append((entry, _("Den er ændret siden.")))
        else:
            outcome.changed.append(_restore(entry, changed, by))
    return outcome


def _change(pk: int, change: Change, by: User, *, as_published: bool) -> Changed | None:
    """Change one entry; None when it was so already. Raises `Refused`."""
    row = Activity.objects.select_for_update().get(pk=pk)
    latest = row.latest_revision or _remember(row, by)
    if not row.live:
        draft = latest.as_object()
        if not change(draft):
            return None
        _check(draft, by, as_published=as_published)
        return Changed(pk, None, latest.pk, _save_draft(draft, by))
    has_draft = row.has_unpublished_changes
    live = (row.live_revision or _remember(row, by)) if has_draft else latest
    draft = latest.as_object() if has_draft else None
    different = change(row)
    if not different and not (draft and change(draft)):
        return None
    _check(row, by, as_published=as_published)
    after = publish_entry(entry=row, by=by, keeps_workflow=True).pk
    if draft:
        if different:
            change(draft)
        after = _keep_draft(draft, by)
    _follow(row, after)
    return Changed(pk, live.pk, latest.pk, after)


def _restore(entry: Activity, changed: Changed, by: User) -> Changed:
    before = entry.latest_revision_id
    old = entry.revisions.get(pk=changed.latest_before)
    if changed.live_before is None:
        after = _save_draft(old.as_object(), by)
    else:
        draft = old.as_object() if changed.live_before != changed.latest_before else None
        published = entry.revisions.get(pk=changed.live_before).as_object()
        after = publish_entry(entry=published, by=by, keeps_workflow=True).pk
        if draft:
            after = _keep_draft(draft, by)
    _follow(entry, after)
    return Changed(entry.pk, entry.live_revision_id, before, after)


def _remember(row: Activity, by: User) -> Revision:
    """A revision of what has none, so that there is something to go back to."""
    return row.save_revision(user=by, clean=False)


def _save_draft(draft: Activity, by: User) -> int:
    """Save what nobody but editors sees: the row and the newest revision say the same."""
    draft.save()
    return draft.save_revision(user=by, clean=False, log_action=True, changed=True).pk


def _keep_draft(draft: Activity, by: User) -> int:
    """Save the draft anew on top of what has just been published."""
    return draft.save_revision(user=by, clean=False).pk


def _follow(row: Activity, revision: int) -> None:
    """What waits for approval waits with the newest revision."""
    TaskState.objects.filter(workflow_state__in=row.workflow_states.all(), status=TaskState.STATUS_IN_PROGRESS).update(
        revision=revision
    )


def _check(entry: Activity, by: User, *, as_published: bool) -> None:
    values = {"organisation": entry.organisation, "venue": entry.venue, "areas": list(entry.areas.all())}
    if not values["areas"]:
        raise Refused(_("Så ville den ikke have noget område."))
    action = "publish" if entry.live and as_published else "change"
    if not ACTIVITIES.user_may_write(by, action, values):
        raise Refused(_("Så ville du ikke længere have ansvar for den."))
    try:
        entry.clean()
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
