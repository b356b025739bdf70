"""Startup checks of the search's data files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connection

from search.planning import priors
from search.schema import KeywordField
from search.understanding.concepts import CLOSED_LISTS, Concept, file_concepts
from search.understanding.constraints import constraints

TERMS_TABLE = "catalogue_interest"
VOCABULARIES = (KeywordField.INTEREST, KeywordField.TARGET_GROUP)


@register()
def check_concepts(**_kwargs: Any) -> list[CheckMessage]:
    """Every concept can be said, and every value of a closed list that one names exists."""
    try:
        found = file_concepts()
        constraints()
    except ValueError as error:
        return [Error(str(error), hint="See search/language/data/concepts/README.md.", id="search.E001")]
    return [message for concept in found for message in _check(concept)]


@register(Tags.database)
def check_vocabulary(databases: Any = None, **_kwargs: Any) -> list[CheckMessage]:
    """Names of interests and target groups that this catalogue does not have; they do no harm, but find nothing."""
    from search.understanding.sources import vocabulary  # models are ready only now

    # `migrate` asks for this check too, before there are any tables.
    if not databases or TERMS_TABLE not in connection.introspection.table_names():
        return []
    terms = vocabulary()
    known = {(term.field, term.name.lower()) for term in terms}
    named = {
        (field, name) for concept in file_concepts() for field in VOCABULARIES for name in concept.facets.get(field, {})
    }
    named |= {(KeywordField.TARGET_GROUP, name) for names in priors.group_names().values() for name in names}
    missing = sorted(name for field, name in named if (field, name.lower()) not in known)
    if not terms or not missing:
        return []
    return [Warning(f"Concepts name terms that the vocabulary lacks: {', '.join(missing)}", id="search.W001")]


def _check(concept: Concept) -> Iterator[CheckMessage]:
    if not concept.words and not concept.phrases:
        yield Error(f"Concept {concept.name}: nobody can say it; give it words or phrases.", id="search.E002")
    for field, choices in CLOSED_LISTS.items():
        for value in set(concept.facets.get(field, {})) - set(choices.values):
            yield Error(f"Concept {concept.name}: {field} has no value {value}.", id="search.E003")
