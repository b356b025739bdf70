"""A point on the map, in WGS84 degrees."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Position(models.Model):
    """Latitude and longitude in degrees; both or neither."""

    latitude = models.FloatField(
        _("breddegrad"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.FloatField(
        _("længdegrad"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )

    class Meta:
        abstract = True

    @staticmethod
    def constraints(name: str) -> list[models.BaseConstraint]:
        """The database's own guard; `name` makes the constraints' names unique."""
        inside = models.Q(
            latitude__isnull=False, longitude__isnull=False, latitude__range=(-90, 90), longitude__range=(-180, 180)
        )
        unknown = models.Q(latitude__isnull=True, longitude__isnull=True)
        return [models.CheckConstraint(condition=inside | unknown, name=f"{name}_position_on_the_globe")]

    def clean(self) -> None:
        """Asks for the other half of a position, and keeps it on the globe."""
        super().clean()
        for field, limit in (("latitude", 90), ("longitude", 180)):
            if abs(getattr(self, field) or 0) > limit:
                message = _("Skriv et tal mellem -%(limit)d og %(limit)d.")
                raise ValidationError({field: ValidationError(message, params={"limit": limit})})
        if (self.latitude is None) != (self.longitude is None):
            empty = "latitude" if self.latitude is None else "longitude"
            raise ValidationError({empty: _("Skriv både breddegrad og længdegrad, eller lad begge stå tomme.")})

    @property
    def position(self) -> tuple[float, float] | None:
        """(latitude, longitude) in degrees, or None when not known."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude
