"""Areas: a kommune and its local areas, with postcodes and a centre."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from tree_queries.models import TreeNode
from tree_queries.query import TreeQuerySet

from .identity import PublicIdentity
from .position import Position


class Area(PublicIdentity, Position, TreeNode, ClusterableModel):
    """A kommune (without parent) or a local area of one."""

    name = models.CharField(_("navn"), max_length=120)
    latitude = models.FloatField(_("breddegrad"), help_text=_("Områdets midte i grader, WGS84."))
    longitude = models.FloatField(_("længdegrad"))

    objects = TreeQuerySet.as_manager()

    class Meta:
        verbose_name = _("område")
        verbose_name_plural = _("områder")
        ordering = ["name"]
        constraints = [
            *Position.constraints("area"),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")),
                name="area_not_its_own_parent",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuses an area that would lie in itself, straight or round about."""
        try:
            super().clean()
        except ValidationError as error:
            if hasattr(error, "error_dict"):
                raise
            message = _("Et område kan ikke ligge i sig selv eller i et af sine egne områder.")
            raise ValidationError({"parent": message}) from error

    def get_absolute_url(self) -> str:
        return reverse("catalogue:area", kwargs={"slug": self.slug})


class AreaPostcode(models.Model):
    """A postcode of an area; areas may share one."""

    area = ParentalKey(Area, on_delete=models.CASCADE, related_name="postcodes")
    code = models.CharField(
        _("postnummer"),
        max_length=4,
        validators=[RegexValidator(r"^\d{4}$", _("Et postnummer har fire cifre."))],
    )

    class Meta:
        verbose_name = _("postnummer")
        verbose_name_plural = _("postnumre")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["area", "code"], name="unique_area_postcode"),
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^\d{4}$"),
                name="area_postcode_four_digits",
            ),
        ]

    def __str__(self) -> str:
        return self.code
