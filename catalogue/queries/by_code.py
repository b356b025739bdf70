"""The activities that short codes stand for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q

from ..models import Activity
from ..querysets import ActivityQuerySet
from ..sharing.codes import code_of, uuids_of


def with_codes(codes: Iterable[str], among: ActivityQuerySet | None = None) -> dict[str, list[Activity]]:
    """Code → the live activities it stands for, ended ones too; nearly always one, none for an unknown code.

    One query, whatever the number of codes; shown by tests/integration/catalogue/sharing/test_codes.py.
    """
    found: dict[str, list[Activity]] = {code: [] for code in codes}
    if not found:
        return found
    among = Activity.objects.all() if among is None else among
    ranges = reduce(or_, (Q(uuid__range=uuids_of(code)) for code in found))
    for activity in among.filter(ranges, live=True):
        found[code_of(activity.uuid)].append(activity)
    return found
