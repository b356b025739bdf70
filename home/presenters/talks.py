"""The library of talks: what is shown, and the ways to narrow it down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpRequest
from wagtail.query import PageQuerySet

from ..choices import Audience
from .narrowing import Choice, choices, chosen

if TYPE_CHECKING:
    from ..models.talk_pages import TalkPage


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk in the list."""

    title: str
    address: str
    introduction: str
    organisation: str
    audience: str
    held_on: date
    subjects: list[str]


@dataclass(frozen=True, slots=True)
class Library:
    """The talks that fit, and what there is to choose among: subjects and audiences that some talk has."""

    talks: list[Talk]
    total: int
    subjects: list[Choice]
    audiences: list[Choice]
    narrowed: bool


def library(talks: PageQuerySet[TalkPage], asked: Mapping[str, str], request: HttpRequest) -> Library:
    """The library as asked by `emne` and `for`, in a fixed number of queries.

    A value that no talk has narrows nothing down; what is for everybody is for each audience.
    """
    everything = list(talks.order_by("-held_on", "title").prefetch_related("subject_links__tag"))
    subjects_of = {talk.pk: sorted(link.tag.name for link in talk.subject_links.all()) for talk in everything}
    names = sorted({name for names in subjects_of.values() for name in names})
    used = {value for talk in everything for value in talk.audience}
    subjects = choices([(name, name) for name in names], asked.get("emne"))
    audiences = choices([(one.value, str(one.label)) for one in Audience if one in used], asked.get("for"))
    subject, audience = chosen(subjects), chosen(audiences)
    shown = [
        talk
        for talk in everything
        if (not subject or subject in subjects_of[talk.pk])
        and (not audience or {audience, Audience.EVERYBODY.value} & set(talk.audience))
    ]
    return Library(
        talks=[_talk(talk, subjects_of[talk.pk], request) for talk in shown],
        total=len(shown),
        subjects=subjects,
        audiences=audiences,
        narrowed=bool(subject or audience),
    )


def _talk(talk: TalkPage, subjects: list[str], request: HttpRequest) -> Talk:
    return Talk(
        title=talk.title,
        address=talk.get_url(request),
        introduction=talk.introduction,
        organisation=talk.organisation,
        audience=", ".join(str(Audience(value).label) for value in talk.audience),
        held_on=talk.held_on,
        subjects=subjects,
    )
