"""What citizens and associations suggest for the catalogue."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..suggestions.choices import Relation, SuggestionStatus
from ..suggestions.codes import new_code
from .handled import Handled

MOST_TITLE = 200
MOST_DESCRIPTION = 2000
MOST_LINE = 200
MOST_PHONE = 30
MOST_REASON = 500


class Suggestion(Handled):
    """One suggestion, as it was typed. Nothing of how to reach anybody outlives the answer."""

    code = models.CharField(_("kode"), max_length=19, unique=True, default=new_code, editable=False)
    title = models.CharField(_("hvad det hedder"), max_length=MOST_TITLE)
    description = models.TextField(_("hvad der sker"), max_length=MOST_DESCRIPTION)
    place = models.CharField(_("hvor det er"), max_length=MOST_LINE)
    area = models.ForeignKey(
        "catalogue.Area",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="suggestions",
        verbose_name=_("område"),
    )
    time = models.CharField(_("hvornår det er"), max_length=MOST_LINE)
    organiser = models.CharField(_("hvem der står for det"), max_length=MOST_LINE, blank=True)
    price = models.CharField(_("hvad det koster"), max_length=MOST_LINE, blank=True)
    phone = models.CharField(_("telefon til aktiviteten"), max_length=MOST_PHONE, blank=True)
    email = models.EmailField(_("mail til aktiviteten"), blank=True)
    relation = models.CharField(_("hvem der skriver"), max_length=10, choices=Relation.choices)
    own_email = models.EmailField(_("mail til svar"), blank=True)
    language = models.CharField(_("sprog"), max_length=5, default="da", editable=False)
    created_at = models.DateTimeField(_("modtaget"), auto_now_add=True)

    organisation = models.ForeignKey(
        "catalogue.Organisation",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("arrangør"),
        help_text=_("Kladden kan laves, når arrangøren er valgt."),
    )
    draft = models.ForeignKey(
        "catalogue.Activity",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="suggestions",
        verbose_name=_("kladde"),
    )
    same_as = models.ForeignKey(
        "catalogue.Activity",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("findes i forvejen som"),
        help_text=_("Vælg den, når forslaget handler om noget, der allerede er i kataloget."),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=SuggestionStatus.choices, default=SuggestionStatus.NEW
    )
    reason = models.TextField(
        _("svar til den, der skrev"),
        max_length=MOST_REASON,
        blank=True,
        help_text=_("Står på forslagets side og i svaret på mail. Skal skrives, når du afviser."),
    )
    note = models.TextField(_("note"), max_length=MOST_REASON, blank=True, help_text=_("Kun redaktionen ser det."))

    class Meta:
        verbose_name = _("forslag")
        verbose_name_plural = _("forslag")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(relation__in=Relation.values), name="suggestion_relation_known"),
            models.CheckConstraint(
                condition=models.Q(status__in=SuggestionStatus.values), name="suggestion_status_known"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=["ny", "set"], handled_at__isnull=True)
                | (~models.Q(status__in=["ny", "set"]) & models.Q(handled_at__isnull=False)),
                name="suggestion_handled_has_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=["ny", "set"]) | models.Q(own_email="", phone="", email=""),
                name="suggestion_contact_gone_when_handled",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="afvist") | ~models.Q(reason=""), name="suggestion_rejected_with_a_reason"
            ),
        ]
        indexes = [models.Index(fields=["status", "-created_at"], name="suggestion_queue")]

    def __str__(self) -> str:
        return self.title
