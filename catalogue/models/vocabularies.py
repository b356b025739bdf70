"""The controlled vocabularies: interests and target groups, each with the other words people use for it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase

from ..slugs import danish_slug


class VocabularyTerm(TagBase):
    """A term that editors choose from; nobody makes new ones by typing in an entry."""

    free_tagging = False

    synonyms = models.TextField(
        _("andre ord for det samme"),
        blank=True,
        help_text=_("Ét ord eller udtryk på hver linje. Den, der søger på et af dem, finder det her."),
    )
    english = models.CharField(
        _("på engelsk"),
        max_length=100,
        blank=True,
        help_text=_("Vises på de engelske sider. Tom: de viser det danske ord."),
    )

    class Meta:
        abstract = True
        ordering = ["name"]

    def slugify(self, tag: str, i: int | None = None) -> str:
        """The term as it stands in an address: "gåture" becomes "gaature"; `i` parts terms that would be alike."""
        slug = danish_slug(tag) or "ord"
        return slug if i is None else f"{slug}-{i}"

    @property
    def synonym_list(self) -> list[str]:
        """The synonyms without empty lines."""
        return [line.strip() for line in self.synonyms.splitlines() if line.strip()]


class Interest(VocabularyTerm):
    """What people like to do."""

    class Meta(VocabularyTerm.Meta):
        verbose_name = _("interesse")
        verbose_name_plural = _("interesser")


class TargetGroup(VocabularyTerm):
    """Whom an activity is for."""

    class Meta(VocabularyTerm.Meta):
        verbose_name = _("målgruppe")
        verbose_name_plural = _("målgrupper")


class ActivityInterest(ItemBase):
    """An activity's interest."""

    tag = models.ForeignKey(
        Interest, on_delete=models.PROTECT, related_name="activity_links", verbose_name=_("interesse")
    )
    content_object = ParentalKey("catalogue.Activity", on_delete=models.CASCADE, related_name="interest_links")

    class Meta:
        verbose_name = _("interesse for en aktivitet")
        verbose_name_plural = _("interesser for aktiviteter")
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="unique_activity_interest")]


class ActivityTargetGroup(ItemBase):
    """An activity's target group."""

    tag = models.ForeignKey(
        TargetGroup, on_delete=models.PROTECT, related_name="activity_links", verbose_name=_("målgruppe")
    )
    content_object = ParentalKey(
        "catalogue.Activity",
        on_delete=models.CASCADE,
        related_name="target_group_links",
    )

    class Meta:
        verbose_name = _("målgruppe for en aktivitet")
        verbose_name_plural = _("målgrupper for aktiviteter")
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="unique_activity_target_group")]
