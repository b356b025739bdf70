"""What each professional may propose."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from catalogue.choices import Referrer, SignUp
from catalogue.models import Activity
from search.documents.activities import referrers


@dataclass(frozen=True, slots=True)
class Reach:
    """How many activities somebody may propose, and how many of them take a referral."""

    all: int
    by_referral: int


def reach_by_referrer() -> dict[str, Reach]:
    """Referrer → what it may propose of all that is published; one query: tests/integration/referral/test_desk.py."""
    every: Counter[str] = Counter()
    referred: Counter[str] = Counter()
    for written, signup in Activity.objects.published().values_list("referrers", "signup"):
        may = referrers([str(one) for one in written])
        every.update(may)
        if signup == SignUp.REFERRAL:
            referred.update(may)
    return {str(one): Reach(every[str(one)], referred[str(one)]) for one in Referrer}
