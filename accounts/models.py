"""The portal's users: people sign in by their mail address."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from .fields import LowercaseEmailField


class UserManager(BaseUserManager["User"]):
    """Makes users out of a mail address and a password."""

    use_in_migrations = True

    def _make(self, email: str, password: str | None, **fields) -> User:
        if not email:
            raise ValueError("A user needs a mail address.")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_user(self, email: str, password: str | None = None, **fields) -> User:
        """A user without special rights; `password=None` makes one that cannot sign in by password."""
        return self._make(email, password, **{"is_staff": False, "is_superuser": False, **fields})

    def create_superuser(self, email: str, password: str | None = None, **fields) -> User:
        """A user with every right."""
        return self._make(email, password, **{**fields, "is_staff": True, "is_superuser": True})

    def get_by_natural_key(self, email: str | None) -> User:
        """The user with this mail address, upper or lower case; raises `User.DoesNotExist`."""
        return self.get(email__iexact=email)


class User(AbstractUser):
    """A person who signs in: editor, association, front-line worker or administrator."""

    username = None  # type: ignore[assignment]  # the mail address stands in its place
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = LowercaseEmailField(_("mailadresse"), unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("bruger")
        verbose_name_plural = _("brugere")
        permissions = [("work_everywhere", _("Kan arbejde med hele portalen, uden særligt ansvar"))]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_unique_whatever_case"),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email


class Invitation(models.Model):
    """Somebody who has been invited and has not been here yet; it is gone once they have."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="invitation", verbose_name=_("bruger"))
    invited_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("inviteret af")
    )
    # Raised when a new link is sent, so that the old one no longer works.
    number = models.PositiveIntegerField(default=0)
    expires_at = models.DateTimeField(_("udløber"))
    # Empty when the mail could not be sent.
    sent_at = models.DateTimeField(_("sendt"), null=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitationer")
        ordering = ["-expires_at"]

    def __str__(self) -> str:
        return str(self.user)
