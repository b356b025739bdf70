"""Addresses on other people's sites, and where they stand."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..links.choices import LinkResult

MOST_URL = 1000


class OutgoingLink(models.Model):
    """One address. `broken` only after several failures over days: one bad night is no broken link."""

    url = models.CharField(_("adresse"), max_length=MOST_URL, unique=True)
    host = models.CharField(_("sted på nettet"), max_length=255)
    result = models.CharField(_("resultat"), max_length=10, choices=LinkResult.choices, default=LinkResult.NOT_ASKED)
    status_code = models.PositiveSmallIntegerField(_("kode"), null=True, blank=True)
    moved_to = models.CharField(_("er flyttet til"), max_length=MOST_URL, blank=True)
    failures = models.PositiveSmallIntegerField(_("fejl i træk"), default=0)
    first_failed_at = models.DateTimeField(_("første fejl"), null=True, blank=True)
    broken = models.BooleanField(_("død"), default=False)
    checked_at = models.DateTimeField(_("sidst undersøgt"), null=True, blank=True)
    next_check_at = models.DateTimeField(_("undersøges igen"), default=timezone.now)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("sat som i orden af"),
    )
    accepted_at = models.DateTimeField(_("sat som i orden"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("døde links")
        ordering = ["first_failed_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(result__in=LinkResult.values), name="link_result_known"),
            models.CheckConstraint(
                condition=models.Q(broken=False) | models.Q(first_failed_at__isnull=False),
                name="link_broken_since",
            ),
        ]
        indexes = [
            models.Index(fields=["next_check_at"], name="link_next_check"),
            models.Index(fields=["broken", "first_failed_at"], name="link_broken"),
        ]

    def __str__(self) -> str:
        return self.url


class LinkUse(models.Model):
    """One place where an address stands: a field of an entry or a page."""

    link = models.ForeignKey(OutgoingLink, on_delete=models.CASCADE, related_name="uses")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey("content_type", "object_id")
    field = models.CharField(max_length=60)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("sted, hvor et link står")
        verbose_name_plural = _("steder, hvor links står")
        ordering = ["content_type", "object_id", "field"]
        constraints = [
            models.UniqueConstraint(fields=["link", "content_type", "object_id", "field"], name="unique_link_use")
        ]
        indexes = [models.Index(fields=["content_type", "object_id"], name="link_use_target")]

    def __str__(self) -> str:
        return f"{self.content_type}: {self.field}"
