"""How allauth does here what it leaves to a project."""

from __future__ import annotations

import logging
import time
from smtplib import SMTPException
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _

from ..visitors.addresses import address_of

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """A person has one mail address, that of the user; accounts come by invitation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Leaves the counting of failures to `lockout`: allauth's would shut a person out wherever they are."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """By password; only superusers where all others come by the kommune's own sign-in."""
        user = super().authenticate(request, **credentials)
        passwords = settings.OIDC_PASSWORDS or not settings.OIDC_ISSUER
        return user if passwords or (user is not None and user.is_superuser) else None

    def reauthenticate(self, user: Any, password: str) -> bool:
        again = self.authenticate(self.request, email=user.email, password=password)
        return again is not None and again.pk == user.pk

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not when somebody has just signed in."""
        latest = max(
            (record["at"] for record in get_authentication_records(self.request, self.request.user)), default=0
        )
        just_now = time.time() - latest < app_settings.REAUTHENTICATION_TIMEOUT
        return not just_now and super().is_reauthentication_required(app=app, **kwargs)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Who came by the kommune's sign-in may have neither password nor second factor, and signs in once more."""
        again = {"id": "sign_in_again", "description": _("Log ind igen"), "url": reverse("account_logout")}
        return super().get_reauthentication_methods(user) or ([again] if user.is_authenticated else [])

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To where somebody works: those who work with people have no business in the editors' system."""
        if request.user.has_perm("wagtailadmin.access_admin"):
            return reverse("wagtailadmin_home")
        return resolve_url(settings.WORK_OUTSIDE_THE_EDITORS_SYSTEM)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")

    def send_notification_mail(
        self, template_prefix: str, user: Any, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        super().send_notification_mail(template_prefix, user, context, email or user.email)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Sends, or says in the log that it could not: what the mail is about has been done."""
        try:
            super().send_mail(template_prefix, email, {**context, "site_name": settings.WAGTAIL_SITE_NAME})
        except (OSError, SMTPException):
            logger.exception("A mail of the kind %s could not be sent", template_prefix)

    def format_email_subject(self, subject: str) -> str:
        return subject
