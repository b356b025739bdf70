"""Activities: the entries of the catalogue."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from wagtail.search import index

from ..choices import (
    ActivityType,
    Character,
    Delivery,
    Language,
    Referrer,
    SignUp,
    Status,
)
from ..fields import ChoiceSetField
from ..previewing import modes, preview_of
from ..querysets import ActivityQuerySet
from .area import Area
from .constraints import ACTIVITY_CONSTRAINTS, contradictions
from .editing import EditedEntry
from .identity import PublicIdentity
from .organisation import Organisation
from .venue import Venue
from .vocabularies import Interest, TargetGroup


class Activity(PublicIdentity, EditedEntry, index.Indexed):
    """One entry: something a person can take part in, or be helped by."""

    title = models.CharField(_("titel"), max_length=200)
    summary = models.CharField(_("kort fortalt"), max_length=160, help_text=_("Højst 160 tegn."))
    description = models.TextField(_("beskrivelse"), blank=True, help_text=_("En tom linje giver et nyt afsnit."))
    first_visit = models.TextField(
        _("hvad sker der første gang?"),
        blank=True,
        help_text=_("Hvem tager imod, hvor går man hen, hvad skal man have med?"),
    )
    type = models.CharField(_("del af kataloget"), max_length=20, choices=ActivityType.choices)
    character = models.CharField(_("karakter"), max_length=20, choices=Character.choices)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="activities",
        verbose_name=_("arrangør"),
    )
    venue = models.ForeignKey(
        Venue,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("sted"),
    )
    areas = ParentalManyToManyField(Area, related_name="activities", verbose_name=_("områder"))
    delivery = ChoiceSetField(_("sådan foregår det"), options=Delivery)
    interests = ClusterTaggableManager(
        through="catalogue.ActivityInterest",
        verbose_name=_("interesser"),
        blank=True,
        related_name="activities",
    )
    target_groups = ClusterTaggableManager(
        through="catalogue.ActivityTargetGroup",
        verbose_name=_("målgrupper"),
        blank=True,
        related_name="activities",
    )
    age_min = models.PositiveSmallIntegerField(_("fra alder"), null=True, blank=True)
    age_max = models.PositiveSmallIntegerField(_("til alder"), null=True, blank=True)
    schedule_text = models.CharField(_("hvornår, i ord"), max_length=250, blank=True)
    price_dkk = models.DecimalField(
        _("pris i kroner"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("0, når det er gratis. Tom, når prisen ikke kendes."),
    )
    price_text = models.CharField(_("pris, i ord"), max_length=250, blank=True)
    signup = models.CharField(_("sådan kommer man med"), max_length=20, choices=SignUp.choices)
    referrers = ChoiceSetField(_("hvem kan foreslå det"), options=Referrer, blank=True)
    capacity = models.PositiveIntegerField(_("pladser"), null=True, blank=True)
    places_left = models.PositiveIntegerField(_("ledige pladser"), null=True, blank=True)
    languages = ChoiceSetField(_("sprog"), options=Language, blank=True)
    contact_name = models.CharField(
        _("hvem kan man spørge?"),
        max_length=120,
        blank=True,
        help_text=_("En rolle, ikke en persons navn."),
    )
    contact_phone = models.CharField(_("telefon"), max_length=30, blank=True)
    contact_email = models.EmailField(_("mail"), blank=True)
    verified_on = models.DateField(
        _("sidst bekræftet"),
        null=True,
        blank=True,
        help_text=_("Hvornår arrangøren sidst sagde, at det passer."),
    )
    verified_by = models.CharField(
        _("bekræftet af"),
        max_length=120,
        blank=True,
        help_text=_("En rolle, ikke en persons navn. Tom, når det er arrangøren."),
    )
    status = models.CharField(_("status"), max_length=20, choices=Status.choices, default=Status.ACTIVE)
    status_note = models.CharField(_("hvorfor på pause eller ophørt?"), max_length=200, blank=True)
    paused_until = models.DateField(
        _("pause til og med"),
        null=True,
        blank=True,
        help_text=_("Den sidste dag i pausen. Dagen efter går aktiviteten i gang igen. Tom: I siger selv til."),
    )
    split_from = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="split_off",
        verbose_name=_("delt fra"),
    )
    image = models.ForeignKey(
        "images.CustomImage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("billede"),
    )

    objects = models.Manager.from_queryset(ActivityQuerySet)()

    preview_template = "pages/activity.html"

    # For Wagtail's own search in the editors' lists; citizens' search has its own index.
    search_fields: ClassVar = [
        index.SearchField("title", boost=3),
        index.AutocompleteField("title"),
        index.SearchField("summary", boost=2),
        index.SearchField("description"),
        index.RelatedFields("interests", [index.SearchField("name", boost=2)]),
        index.RelatedFields("target_groups", [index.SearchField("name")]),
        index.RelatedFields("organisation", [index.SearchField("name")]),
        index.RelatedFields("venue", [index.SearchField("name"), index.SearchField("address")]),
        index.RelatedFields("areas", [index.SearchField("name")]),
        index.FilterField("type"),
        index.FilterField("character"),
        index.FilterField("status"),
        index.FilterField("live"),
        index.FilterField("signup"),
        index.FilterField("organisation_id"),
        index.FilterField("venue_id"),
    ]

    class Meta:
        verbose_name = _("aktivitet")
        verbose_name_plural = _("aktiviteter")
        ordering = ["title", "pk"]
        constraints = ACTIVITY_CONSTRAINTS
        indexes = [models.Index(fields=["live", "status"], name="activity_live_status")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Says of every field what the database would refuse; a last day of a pause that is over means nothing."""
        super().clean()
        if self.status != Status.PAUSED:
            self.paused_until = None
        errors = contradictions(self)
        if errors:
            raise ValidationError(errors)

    def get_absolute_url(self) -> str:
        return reverse(
            "catalogue:activity",
            kwargs={"type": ActivityType(self.type).path, "slug": self.slug},
        )

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """The page, and the other ways in which it is met."""
        return modes()

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """The page as it will be, without what needs its address; or what another way shows."""
        from ..presenters.activity import activity_page

        context = super().get_preview_context(request, mode_name)
        if preview := preview_of(mode_name):
            return {**context, **preview.context(self, timezone.now())}
        return {**context, "activity": activity_page(self, timezone.now())}

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """The page, or the template of another way."""
        preview = preview_of(mode_name)
        return preview.template if preview else super().get_preview_template(request, mode_name)

    @property
    def interest_terms(self) -> list[Interest]:
        """The interests, by name; asks for nothing where they came `with_terms()`."""
        return sorted((link.tag for link in self.interest_links.all()), key=lambda term: term.name)

    @property
    def target_group_terms(self) -> list[TargetGroup]:
        """The target groups, by name; asks for nothing where they came `with_terms()`."""
        return sorted((link.tag for link in self.target_group_links.all()), key=lambda term: term.name)

    def accessibility(self) -> dict[str, tuple[bool, str]]:
        """Feature → (answer, note); the activity's answer wins over the place's; an absent feature is not known."""
        answers: dict[str, tuple[bool, str]] = {}
        sources = [self.venue, self] if self.venue else [self]
        for source in sources:
            for answer in source.accessibility_answers.all():
                answers[answer.feature] = (answer.holds, answer.note)
        return answers
