"""Knowledge of this portal, from its database: areas, venues, vocabularies, editors' words, the catalogue's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction

from catalogue.models import Activity, Area, Interest, TargetGroup, Venue
from catalogue.models.vocabularies import VocabularyTerm
from search.language.lexicon import WORD, Lexicon
from search.models import Concept as EditorsConcept
from search.models import KnownWord, Synonym
from search.schema import KeywordField
from search.understanding.concepts import Concept, file_concepts
from search.understanding.knowledge import Knowledge
from search.understanding.places import AreaName, Gazetteer, VenueName
from search.understanding.thesaurus import Term, Thesaurus

LONGEST_FORM = 60
# Before the first full count, this many entries are read to know the catalogue's words.
MOST_COUNTED = 5000
BATCH = 2000


@dataclass(frozen=True)
class Sources:
    """What knowledge is made of, as plain values: the same sources make the same knowledge."""

    areas: tuple[AreaName, ...]
    venues: tuple[VenueName, ...]
    terms: tuple[Term, ...]
    concepts: tuple[Concept, ...]
    words: dict[str, int]
    documents: int


def load_sources() -> Sources:
    """All of it, in about ten queries."""
    return Sources(
        areas=tuple(area_names()),
        venues=tuple(VenueName(*row) for row in Venue.objects.order_by("pk").values_list("slug", "name", "area__slug")),
        terms=tuple(vocabulary()),
        concepts=tuple(editors_concepts()),
        words=known_words() or dict(count_words(catalogue_texts(MOST_COUNTED))),
        documents=Activity.objects.published().count(),
    )


def knowledge_of(sources: Sources) -> Knowledge:
    """The knowledge that the sources hold, with the concepts of the files."""
    return Knowledge(
        catalogue=Lexicon.of_counts(sources.words),
        gazetteer=Gazetteer(sources.areas, sources.venues),
        thesaurus=Thesaurus((*file_concepts(), *sources.concepts), sources.terms),
        documents=sources.documents,
    )


def area_names() -> Iterator[AreaName]:
    """Names, postcodes and centres of all areas."""
    rows = Area.objects.without_tree_fields().select_related("parent").prefetch_related("postcodes").order_by("pk")
    for area in rows:
        yield AreaName(
            area.slug,
            area.name,
            area.parent.slug if area.parent else None,
            tuple(postcode.code for postcode in area.postcodes.all()),
            (area.latitude, area.longitude),
        )


def vocabulary() -> list[Term]:
    """Interests and target groups with their synonyms.

    Reads no other columns: the check of the vocabulary also runs before a migration that adds some.
    """
    sources: list[tuple[type[VocabularyTerm], KeywordField]] = [
        (Interest, KeywordField.INTEREST),
        (TargetGroup, KeywordField.TARGET_GROUP),
    ]
    return [
        Term(field, term.slug, term.name, tuple(term.synonym_list))
        for model, field in sources
        for term in model._default_manager.only("slug", "name", "synonyms").order_by("pk")
    ]


def editors_concepts() -> Iterator[Concept]:
    """The editors' concepts and synonyms, as concepts."""
    for synonym in Synonym.objects.order_by("pk"):
        yield Concept(f"synonym:{synonym.pk}", str(synonym), words=synonym.word_list)
    for concept in EditorsConcept.objects.prefetch_related("interests", "target_groups").order_by("pk"):
        yield Concept(
            f"concept:{concept.pk}",
            concept.label,
            words=concept.word_list,
            phrases=concept.said_list,
            facets={
                KeywordField.INTEREST: {interest.name: 1.0 for interest in concept.interests.all()},
                KeywordField.TARGET_GROUP: {group.name: 1.0 for group in concept.target_groups.all()},
            },
        )


def known_words() -> dict[str, int]:
    """Words as written → entries that use them, as last counted; empty before the first count."""
    return dict(KnownWord.objects.values_list("form", "texts"))


def catalogue_texts(most: int | None = None) -> Iterator[str]:
    """The text of every published entry, or of the newest ``most``."""
    rows = (
        Activity.objects.published()
        .values_list("pk", "title", "summary", "description", "organisation__name", "venue__name")
        .order_by("-pk")[:most]
    )
    for _pk, *texts in rows.iterator(chunk_size=BATCH):
        yield " ".join(filter(None, texts))


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Each word of the texts, as written in lower case, with the number of texts that use it."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({word for word in WORD.findall(text.lower()) if len(word) <= LONGEST_FORM})
    return counts


def recount_words() -> int:
    """Counts the words of the whole catalogue anew and keeps them; returns how many there are."""
    counts = count_words(catalogue_texts())
    with transaction.atomic():
        KnownWord.objects.all().delete()
        rows = (KnownWord(form=form, texts=texts) for form, texts in counts.items())
        KnownWord.objects.bulk_create(rows, batch_size=BATCH)
    return len(counts)


def add_words(texts: Iterable[str]) -> None:
    """Makes the words of new texts known at once; their numbers wait for the next full count."""
    if not KnownWord.objects.exists():
        return
    rows = [KnownWord(form=form, texts=1) for form in count_words(texts)]
    KnownWord.objects.bulk_create(rows, ignore_conflicts=True, batch_size=BATCH)
