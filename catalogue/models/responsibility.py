"""Who is responsible for what: where somebody may do what their role lets them do."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .area import Area
from .organisation import Organisation
from .venue import Venue

TARGETS = ("area", "organisation", "venue")


def _only(target: str) -> models.Q:
    return models.Q(**{f"{name}__isnull": name != target for name in TARGETS})


class Responsibility(models.Model):
    """One user's responsibility for one area (with all its parts), one organisation or one venue."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="responsibilities", verbose_name=_("bruger")
    )
    area = models.ForeignKey(
        Area,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="responsibilities",
        verbose_name=_("område"),
        help_text=_("Med alt, hvad der ligger i det. Til lokalredaktører."),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="responsibilities",
        verbose_name=_("arrangør"),
        help_text=_("Arrangøren selv og dens aktiviteter. Til foreninger."),
    )
    venue = models.ForeignKey(
        Venue,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="responsibilities",
        verbose_name=_("sted"),
        help_text=_("Stedet selv og det, der foregår der. Til centermedarbejdere."),
    )
    trusted = models.BooleanField(
        _("må offentliggøre selv"),
        default=False,
        help_text=_("Ellers bliver det, de skriver, godkendt først. Kun for en arrangør."),
    )

    # A responsibility is no use of what it is for: it must not stand in the way of deleting it.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("ansvar")
        verbose_name_plural = _("ansvar")
        ordering = ["user__first_name", "user__last_name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=_only("area") | _only("organisation") | _only("venue"),
                name="responsibility_for_one_thing",
                violation_error_message=_("Vælg ét af de tre: et område, en arrangør eller et sted."),
            ),
            models.CheckConstraint(
                condition=models.Q(trusted=False) | models.Q(organisation__isnull=False),
                name="responsibility_trusted_for_organisation",
                violation_error_message=_("»Må offentliggøre selv« gælder kun en arrangør."),
            ),
            *(
                models.UniqueConstraint(
                    fields=["user", target],
                    name=f"responsibility_once_per_{target}",
                    violation_error_message=_("Det ansvar har brugeren i forvejen."),
                )
                for target in TARGETS
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.target}"

    @property
    def target(self) -> models.Model:
        """The area, organisation or venue that it is for."""
        return self.area or self.organisation or self.venue
