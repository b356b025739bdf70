"""The library of talks and presentations."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from catalogue.fields import ChoiceSetField

from ..choices import Audience
from ..presenters.talks import library
from ..queries.visible import visible
from .reading_page import ReadingPage


class Subject(TagBase):
    """What a talk is about."""

    free_tagging = True

    class Meta:
        verbose_name = _("emne")
        verbose_name_plural = _("emner")


class TalkSubject(ItemBase):
    """That a talk is about a subject."""

    tag = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="talks", verbose_name=_("emne"))
    content_object = ParentalKey("home.TalkPage", on_delete=models.CASCADE, related_name="subject_links")

    class Meta:
        verbose_name = _("emne for et oplæg")
        verbose_name_plural = _("emner for oplæg")
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="unique_talk_subject")]


class TalkIndexPage(ReadingPage):
    """All talks, newest first, and a way to narrow them down."""

    template = "pages/talk_index_page.html"
    parent_page_types: ClassVar = ["home.FrontPage"]
    subpage_types: ClassVar = ["home.TalkPage"]

    class Meta:
        verbose_name = _("samling af oplæg")
        verbose_name_plural = _("samlinger af oplæg")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        talks = visible(TalkPage.objects.child_of(self))
        return {
            **super().get_context(request, *args, **kwargs),
            "library": library(talks, request.GET, request),
        }


class TalkPage(ReadingPage):
    """A talk: who holds it, for whom, and where to see or read it."""

    speaker = models.CharField(
        _("hvem holder det?"), max_length=120, blank=True, help_text=_("En rolle er nok: »En sygeplejerske«.")
    )
    organisation = models.CharField(_("hvor kommer de fra?"), max_length=120)
    audience = ChoiceSetField(_("for hvem?"), options=Audience)
    held_on = models.DateField(_("dato"), help_text=_("Hvornår oplægget blev holdt eller lavet."))
    minutes = models.PositiveSmallIntegerField(_("minutter"), null=True, blank=True)
    document = models.ForeignKey(
        "wagtaildocs.Document",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("fil"),
        help_text=_("Gerne en PDF, som også kan læses højt."),
    )
    video = models.URLField(
        _("link til video"), blank=True, help_text=_("Videoen vises ikke på siden; linket fører ud til den.")
    )
    subjects = ClusterTaggableManager(
        through=TalkSubject, verbose_name=_("emner"), blank=True, related_name="talk_pages"
    )

    template = "pages/talk_page.html"
    parent_page_types: ClassVar = ["home.TalkIndexPage"]
    subpage_types: ClassVar = []
    search_fields: ClassVar = [*ReadingPage.search_fields, index.SearchField("organisation")]
    content_panels: ClassVar = [
        *ReadingPage.top_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("speaker"), FieldPanel("organisation")]),
                FieldPanel("audience"),
                FieldRowPanel([FieldPanel("held_on"), FieldPanel("minutes")]),
                FieldPanel("subjects"),
            ],
            heading=_("Om oplægget"),
        ),
        MultiFieldPanel([FieldPanel("document"), FieldPanel("video")], heading=_("Se eller læs det")),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("oplæg")
        verbose_name_plural = _("oplæg")

    def clean(self) -> None:
        super().clean()
        if not (self.document_id or self.video or self.body):
            raise ValidationError({"body": _("Læg en fil eller et link ind, eller skriv, hvad oplægget siger.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request, *args, **kwargs),
            "audience": ", ".join(str(Audience(value).label) for value in self.audience),
            "subjects": [subject.name for subject in self.subjects.all()],
        }
