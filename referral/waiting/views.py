"""The waiting lists of the activities that somebody follows people to, or offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from catalogue.models import Activity
from catalogue.scopes import reach_of

from ..cases.admission import staff_only
from ..cases.shown import reference_of
from ..models import Referral, ReferralActivity
from ..permissions import RECEIVE, holds
from .line import in_line, lines


@dataclass(frozen=True, slots=True)
class Row:
    """One who waits, without a name. `next` when there is room for them now."""

    code: str
    reference: str
    place: int
    entry: ReferralActivity
    owner: str
    mine: bool
    next: bool


@dataclass(frozen=True, slots=True)
class Line:
    """An activity with those of its line that the reader may see; `others` wait too."""

    activity: Activity
    rows: list[Row]
    others: int
    has_room: bool


@staff_only
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Who waits, and who is next where there is room."""
    return render(request, "cases/waiting/list.html", {"lines": lines_for(request.user)})


def lines_for(user: Any) -> list[Line]:
    """The lines that the user has somebody in, those with room first; shown by tests/integration/referral/waiting."""
    seen = dict(_seen(user).values_list("pk", "activity"))
    found = []
    for line in lines(set(seen.values())).values():
        rows = [
            Row(
                code=one.entry.referral.code,
                reference=reference_of(one.entry.referral),
                place=one.place,
                entry=one.entry,
                owner=str(one.entry.referral.owner or ""),
                mine=one.entry.referral.owner_id == user.pk,
                next=one.has_room,
            )
            for one in line
            if one.entry.pk in seen
        ]
        found.append(Line(line[0].entry.activity, rows, len(line) - len(rows), any(row.next for row in rows)))
    return sorted(found, key=lambda line: (not line.has_room, line.activity.title, line.activity.pk))


def _seen(user: Any) -> Any:
    """Those of the lines that the user sees: of the whole cases, and to an organisation's own activities."""
    seen = in_line().filter(referral__in=Referral.objects.whole_to(user))
    if holds(user, RECEIVE):
        seen = seen | in_line().filter(organisation__in=reach_of(user).organisations)
    return seen
