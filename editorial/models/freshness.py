"""What is kept of asking the organisations whether their entries are still right.

A *round* is one time of asking an organisation: a *question* for each of its entries, and the *letters* that were
written. The questions carry the links; the letters are the outbox.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..choices import FreshnessAnswer, LetterKind, LetterStatus

MOST_NOTE = 500


class FreshnessAgreement(models.Model):
    """What has been agreed with one organisation about being asked; without a row it is asked as everybody is."""

    organisation = models.OneToOneField(
        "catalogue.Organisation",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="freshness_agreement",
        verbose_name=_("arrangør"),
    )
    email = models.EmailField(
        _("mail til den, der bekræfter"),
        blank=True,
        help_text=_("Tom: arrangørens egen mail, eller dem, der har ansvar for arrangøren."),
    )
    on_hold = models.BooleanField(
        _("sat på hold"), default=False, help_text=_("Så får arrangøren ingen breve, og intet bliver skjult.")
    )
    note = models.CharField(_("hvorfor?"), max_length=MOST_NOTE, blank=True, help_text=_("Kun redaktionen ser det."))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("aftale om friskhed")
        verbose_name_plural = _("aftaler om friskhed")

    def __str__(self) -> str:
        return str(self.organisation)


class FreshnessRound(models.Model):
    """One time of asking an organisation; open until what was due has been answered."""

    organisation = models.ForeignKey(
        "catalogue.Organisation", on_delete=models.CASCADE, related_name="freshness_rounds", verbose_name=_("arrangør")
    )
    opened_at = models.DateTimeField(_("begyndt"))
    closed_at = models.DateTimeField(_("slut"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("runde om friskhed")
        verbose_name_plural = _("runder om friskhed")
        ordering = ["-opened_at", "-pk"]
        constraints = [
            # Two runs at once cannot both ask.
            models.UniqueConstraint(
                fields=["organisation"], condition=models.Q(closed_at__isnull=True), name="freshness_one_open_round"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.opened_at:%d.%m.%Y}"


class FreshnessQuestion(models.Model):
    """Whether one entry is still right. `due` ones keep the round open; the others were asked about along with them."""

    round = models.ForeignKey(FreshnessRound, on_delete=models.CASCADE, related_name="questions")
    activity = models.ForeignKey(
        "catalogue.Activity", on_delete=models.CASCADE, related_name="freshness_questions", verbose_name=_("aktivitet")
    )
    due = models.BooleanField(_("skal bekræftes"), default=True)
    verified_before = models.DateField(_("bekræftet før"), null=True, blank=True)
    answer = models.CharField(_("svar"), max_length=10, choices=FreshnessAnswer.choices, blank=True)
    answered_at = models.DateTimeField(_("besvaret"), null=True, blank=True)
    # [label, old, new] of each thing that was corrected, for the receipt.
    changes = models.JSONField(_("ændringer"), default=list, blank=True)
    published = models.BooleanField(_("offentliggjort"), default=True)
    note = models.TextField(_("besked til redaktionen"), max_length=MOST_NOTE, blank=True)
    hidden_at = models.DateTimeField(_("skjult"), null=True, blank=True)
    # Whether somebody was writing on the entry when it was hidden: that must not be published with it.
    had_draft = models.BooleanField(_("havde en kladde"), default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("spørgsmål om friskhed")
        verbose_name_plural = _("spørgsmål om friskhed")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "activity"],
                condition=models.Q(answered_at__isnull=True),
                name="freshness_one_open_question",
            ),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_at__isnull=True)
                | (models.Q(answer__in=FreshnessAnswer.values) & models.Q(answered_at__isnull=False)),
                name="freshness_answer_has_a_time",
            ),
        ]
        indexes = [models.Index(fields=["activity", "-id"], name="freshness_of_activity")]

    def __str__(self) -> str:
        return f"{self.activity}: {self.get_answer_display()}" if self.answer else str(self.activity)


class FreshnessLetter(models.Model):
    """One mail. It waits from before it is sent until it is known to be sent, so that no run loses it."""

    round = models.ForeignKey(FreshnessRound, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(_("slags"), max_length=10, choices=LetterKind.choices)
    status = models.CharField(_("status"), max_length=10, choices=LetterStatus.choices, default=LetterStatus.PENDING)
    created_at = models.DateTimeField(_("skrevet"))
    # Whoever sends it has it until then; a run that is killed leaves it to a later one.
    claimed_until = models.DateTimeField(_("er ved at blive sendt til"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sendt"), null=True, blank=True)
    recipients = models.JSONField(_("modtagere"), default=list, blank=True)
    attempts = models.PositiveSmallIntegerField(_("forsøg"), default=0)
    error = models.CharField(_("fejl"), max_length=300, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("brev om friskhed")
        verbose_name_plural = _("breve om friskhed")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "kind"],
                condition=models.Q(kind__in=[LetterKind.FIRST, LetterKind.REMINDER]),
                name="freshness_one_letter_of_a_kind",
            ),
            models.CheckConstraint(
                condition=models.Q(status=LetterStatus.SENT, sent_at__isnull=False)
                | (~models.Q(status=LetterStatus.SENT) & models.Q(sent_at__isnull=True)),
                name="freshness_sent_has_a_time",
            ),
        ]
        indexes = [
            models.Index(
                fields=["created_at"], condition=models.Q(status=LetterStatus.PENDING), name="freshness_outbox"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.round}"
