"""The plan for what there is to read about a question: articles and guides, beside the activities."""

from __future__ import annotations

from dataclasses import replace

from search.choices import Sort
from search.documents.registry import kinds_to_read
from search.language.analysis import PART
from search.plan import All, Any_, AnyOf, Bonus, Condition, Filter, Group, Matches, Plan, Term
from search.planning import weights
from search.schema import KeywordField, TextField
from search.understanding.question import Understanding

MOST = 3
# A word in one of these tells what a page is about; in the long text it may just come by.
TELLING = (TextField.TITLE, TextField.SUMMARY, TextField.TAGS)


def reading_plan(plan: Plan, understood: Understanding, language: str) -> Plan | None:
    """What to read about the wishes of the plan, in the reader's language; None where nothing is wished for.

    A page's long text is in the field of what stands beside the text of an activity, so that the frequency of words
    in the texts of activities stays what it is.
    """
    names = tuple(kind.name for kind in kinds_to_read())
    groups = tuple(filter(None, map(_words_of, plan.groups)))
    telling = _telling(groups)
    if not names or not understood.ideas or not telling:
        return None
    filters = (
        Filter("kind", AnyOf(KeywordField.KIND, names)),
        Filter("language", AnyOf(KeywordField.LANGUAGE, (language,))),
        Filter("about", Any_(telling)),
    )
    return replace(
        plan, groups=groups, bonuses=(), filters=filters, tiers=(), origin=None, facets=(), probes=(),
        sort=Sort.RELEVANCE, offset=0, limit=MOST,
    )  # fmt: skip


def _words_of(group: Group) -> Group | None:
    """The group without what only activities have."""
    alternatives = tuple(one for one in group.alternatives if isinstance(one, Term) or _is_word(one.condition))
    return replace(group, alternatives=alternatives) if alternatives else None


def _is_word(condition: Condition) -> bool:
    match condition:
        case Matches():
            return True
        case All(conditions) | Any_(conditions):
            return all(map(_is_word, conditions))
        case _:
            return False


def _telling(groups: tuple[Group, ...]) -> tuple[Condition, ...]:
    """The words that a page must have in its title, its first lines or its subjects: whole ones, no mere parts."""
    found = {
        one.condition: None
        for group in groups
        for one in group.alternatives
        if isinstance(one, Bonus) and one.weight >= weights.WORTH_A_LOOK and _tells(one.condition)
    }
    return tuple(found)


def _tells(condition: Condition) -> bool:
    match condition:
        case Matches(field, token):
            return field in TELLING and not token.startswith(PART)
        case All(conditions) | Any_(conditions):
            return all(map(_tells, conditions))
        case _:
            return False
