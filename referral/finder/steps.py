"""What to begin with, and what may come after it, for somebody who does not just walk in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from catalogue.choices import Character, Delivery

from ..choices import Barrier, Miss
from ..needs import Needs
from .facts import Facts

if TYPE_CHECKING:
    from .propose import Proposal


def in_steps(proposals: Sequence[Proposal], needs: Needs) -> list[Proposal]:
    """The same proposals in the same order; where one alone will not do, each says whether it is for now or for later.

    That is when the person dares not come alone, or misses both a visit and company, and the offers hold both something
    that comes to the person and a group to go to.
    """
    hesitates = needs.has(Barrier.NOT_ALONE)
    wants_both = Miss.VISIT in needs.misses and bool({Miss.GROUP, Miss.GETTING_OUT} & set(needs.misses))
    now, later = [comes_to(one.facts) for one in proposals], [is_group(one.facts) for one in proposals]
    if not ((hesitates or wants_both) and any(now) and any(later)):
        return list(proposals)
    words = {True: _("godt at begynde med"), False: _("godt som næste skridt")}
    return [
        replace(one, reasons=(words[first], *one.reasons)) if first or after else one
        for one, first, after in zip(proposals, now, later, strict=True)
    ]


def comes_to(facts: Facts) -> bool:
    """Whether it begins at the person's own door: a visit, or somebody who goes along."""
    return Delivery.AT_HOME in facts.delivery


def is_group(facts: Facts) -> bool:
    """Whether it is a company that one goes out to."""
    return facts.goes_out and not comes_to(facts) and facts.character == Character.COMMUNITY
