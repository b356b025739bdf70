"""What every public thing of the catalogue has: a UUID, a slug, and redirects from its earlier slugs."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class FormerSlug(models.Model):
    """An address that something had earlier; it redirects to where the thing is now."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey("content_type", "object_id")
    slug = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("tidligere adresse")
        verbose_name_plural = _("tidligere adresser")
        constraints = [models.UniqueConstraint(fields=["content_type", "slug"], name="unique_former_slug")]
        indexes = [models.Index(fields=["content_type", "object_id"])]

    def __str__(self) -> str:
        return self.slug

    @classmethod
    def owners(cls, model: type[models.Model], slug: str) -> models.QuerySet:
        """The keys of what of this model once had this slug, for a query of one's own: one at most."""
        content_type = ContentType.objects.get_for_model(model)
        return cls.objects.filter(content_type=content_type, slug=slug).values("object_id")

    @classmethod
    def find(cls, model: type[models.Model], slug: str) -> models.Model | None:
        """The thing of this model that once had this slug, or None."""
        former = cls.objects.filter(content_type=ContentType.objects.get_for_model(model), slug=slug).first()
        return former.target if former else None


class PublicIdentity(models.Model):
    """A stable UUID and a readable address."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.CharField(
        _("adresse"),
        max_length=120,
        unique=True,
        validators=[RegexValidator(SLUG_PATTERN, _("Brug kun små bogstaver, tal og bindestreger."))],
        help_text=_("Den sidste del af sidens adresse. Ændrer du den, virker den gamle adresse stadig."),
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves, and keeps the slug that people may have a link to."""
        with transaction.atomic():
            earlier = type(self)._default_manager.filter(pk=self.pk).values_list("slug", flat=True).first()
            super().save(*args, **kwargs)
            if earlier != self.slug:
                self._remember(earlier)

    def _remember(self, earlier: str | None) -> None:
        content_type = ContentType.objects.get_for_model(type(self))
        FormerSlug.objects.filter(content_type=content_type, slug=self.slug).delete()
        if earlier:
            FormerSlug.objects.update_or_create(
                content_type=content_type, slug=earlier, defaults={"object_id": self.pk}
            )
