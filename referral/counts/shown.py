"""The numbers that may be seen: no cell under `LEAST`, and none that can be had by taking one from another.

Each quarter is a tree of numbers of its own, with the same branches always (`TREE`): all of it; each part of the
catalogue; each outcome in it; each area in that. A number under `LEAST` is hidden, and one that is nothing is not told
from it. What is hidden beneath a number that is shown is always two or more branches, and at least `LEAST` together:
otherwise the smallest of those shown is hidden with them, or, when there is none, all that is beneath.

The quarter that is not over is left out: a number that is seen before and after somebody is closed tells of them. For
the same reason no number is a sum over quarters: what it grows by from one quarter to the next would be such a number.
Whoever wants a year adds what is shown of its four.
There is no second way to divide the numbers, for two that are each safe may be taken from one another. So activity and
age are counted, and not answered here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from ..life.counted import quarter_of
from ..models import OutcomeCount

LEAST = 5
TREE = ("quarter", "type", "outcome", "area")


@dataclass(frozen=True, slots=True)
class Number:
    """A number that may be seen. `path` has a value for each of the first levels of `TREE`, the quarter at least."""

    path: tuple[str, ...]
    count: int


def numbers_shown(today: date) -> list[Number]:
    """Every number that may be seen of the quarters that are over, the parent before its branches; one query.

    Shown by tests/integration/referral/counts.
    """
    over = OutcomeCount.objects.filter(quarter__lt=quarter_of(today))
    rows = over.order_by().values_list(*TREE).annotate(n=Sum("count"))
    quarters: dict[str, dict[tuple[str, ...], int]] = {}
    for quarter, *path, count in rows:
        quarters.setdefault(quarter, {})[tuple(map(str, path))] = int(count)
    return [
        Number((quarter, *number.path), number.count)
        for quarter, leaves in sorted(quarters.items())
        for number in safe_numbers(leaves)
    ]


def safe_numbers(leaves: dict[tuple[str, ...], int]) -> list[Number]:
    """The numbers of one tree that may be seen, of the counts of its leaves; `()` is all of it."""
    sums: Counter[tuple[str, ...]] = Counter()
    for path, count in leaves.items():
        for depth in range(len(path) + 1):
            sums[path[:depth]] += count
    branches: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for path in sorted(sums):
        if path:
            branches.setdefault(path[:-1], []).append(path)
    shown: list[Number] = []
    _show((), sums, branches, shown)
    return shown


def _show(
    path: tuple[str, ...],
    sums: Counter[tuple[str, ...]],
    branches: dict[tuple[str, ...], list[tuple[str, ...]]],
    shown: list[Number],
) -> None:
    if sums[path] < LEAST:
        return
    shown.append(Number(path, sums[path]))
    for branch in _seen(branches.get(path, []), sums):
        _show(branch, sums, branches, shown)


def _seen(among: list[tuple[str, ...]], sums: Counter[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The branches that may be seen beside one another."""
    seen = [one for one in among if sums[one] >= LEAST]
    hidden = [one for one in among if sums[one] < LEAST]
    while hidden and (len(hidden) < 2 or sum(sums[one] for one in hidden) < LEAST):
        if not seen:
            return []
        smallest = min(seen, key=lambda one: (sums[one], one))
        seen.remove(smallest)
        hidden.append(smallest)
    return seen
