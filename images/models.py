"""The portal's images: every one says in words what it shows."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class CustomImage(AbstractImage):
    """An image with the words that stand for it where it cannot be seen."""

    admin_form_fields = (*Image.admin_form_fields, "credit")

    credit = models.CharField(
        _("fotograf eller kilde"),
        max_length=200,
        blank=True,
        help_text=_("Vises sammen med billedet."),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("billede")
        verbose_name_plural = _("billeder")
        permissions = [("choose_image", "Can choose image")]


class CustomRendition(AbstractRendition):
    """One size and format of an image."""

    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("billedstørrelse")
        verbose_name_plural = _("billedstørrelser")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="unique_rendition",
            ),
        ]
