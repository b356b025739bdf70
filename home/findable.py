"""Pages that the search finds: articles, guides, theme pages, campaigns and talks, as documents of the index."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from catalogue.kept import kept
from search.documents import IndexDocument
from search.documents.fingerprint import with_fingerprint
from search.documents.registry import Kind
from search.language.analysis import index_text
from search.results import Reading
from search.schema import FAR_FUTURE, KeywordField, NumberField, TextField

from .models import BasePage, CampaignPage, GuidePage, InformationPage, TalkPage, ThemePage
from .queries.visible import visible

KIND = "page"
FOUND = (InformationPage, GuidePage, ThemePage, CampaignPage, TalkPage)


def findable_pages(_now: datetime) -> QuerySet[BasePage]:
    """What anybody may read, with the language that it is in."""
    return visible(BasePage.objects.type(*FOUND)).select_related("locale")


def page_documents(pages: Sequence[BasePage], _now: datetime) -> Iterator[IndexDocument]:
    """A document for each page; one query for each type of page among them."""
    whole = {page.pk: page for page in BasePage.objects.filter(pk__in=[page.pk for page in pages]).specific()}
    for page in pages:
        yield page_document(page, whole[page.pk])


def page_document(page: BasePage, whole: Any) -> IndexDocument:
    """All that the index holds of the page.

    Its long text is not in the field of the activities' texts, whose frequencies it would change.
    """
    written = {
        TextField.TITLE: page.title,
        TextField.SUMMARY: f"{whole.introduction}\n{whole.search_description}",
        TextField.TAGS: "\n".join(_subjects(whole)),
        TextField.EXTRA: "\n".join(_texts(whole)),
    }
    return with_fingerprint(
        IndexDocument(
            id=PAGES.document_id(PAGES.identity(page)),
            kind=KIND,
            text={field: index_text(text) for field, text in written.items()},
            keywords={KeywordField.KIND: (KIND,), KeywordField.LANGUAGE: (page.locale.language_code,)},
            numbers={NumberField.NEXT_START: (FAR_FUTURE,)},
        )
    )


def readings(identities: Sequence[uuid.UUID]) -> dict[uuid.UUID, Reading]:
    """What the pages are called, and where they are; asks nothing once a process knows them."""
    known = _known()
    return {identity: known[identity] for identity in identities if identity in known}


@kept
def _known() -> dict[uuid.UUID, Reading]:
    return {PAGES.identity(page): _reading(page) for page in findable_pages(timezone.now())}


def _reading(page: BasePage) -> Reading:
    # In words for whoever reads it, whoever asked first.
    sort = page.specific_class._meta.verbose_name if page.specific_class else ""
    return Reading(page.title, page.get_url() or "", sort, page.locale.language_code)


PAGES = Kind(KIND, BasePage, findable_pages, page_documents, readings, by_number=True)


def _subjects(whole: Any) -> Iterable[str]:
    return [subject.name for subject in whole.subjects.all()] if isinstance(whole, TalkPage) else ()


def _texts(whole: Any) -> Iterator[str]:
    """The words of the page's pieces."""
    for name in ("steps", "body"):
        if pieces := getattr(whole, name, None):
            yield from pieces.stream_block.get_searchable_content(pieces)
