"""Signing in by a kommune's own provider (OpenID Connect): who comes in, and as what.

Whoever the provider sends is let in when an administrator has invited that mail address, or when one of their roles
there stands for one of ours. The provider has to vouch for the address.
"""

from __future__ import annotations

from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.openid_connect import views as openid
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from requests import RequestException

from ..actions.come_by_provider import come_by_provider
from ..models import User
from ..roles import Role

ID = "kommune"


def by_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the provider; back with a word when it does not answer."""
    try:
        return openid.login(request, provider_id)
    except RequestException:
        messages.error(request, _("Kommunens log ind svarer ikke lige nu. Prøv igen om lidt."))
        return redirect("account_login")


def back_from_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """From the provider, with its answer."""
    return openid.callback(request, provider_id)


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Decides before allauth does: nobody signs up here."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        claims = claims_of(sociallogin)
        sociallogin.account.extra_data = {}  # what the provider says of somebody is not kept
        email = vouched_address(claims)
        known = sociallogin.user if sociallogin.is_existing else User.objects.filter(email=email).first()
        if known is None and email is None:
            refuse(request, _("Kommunens log ind siger ikke god for en mailadresse. Spørg kommunens it-afdeling."))
        roles = roles_in(claims)
        if known is None and not roles:
            refuse(request, _("Du har ikke adgang endnu. Bed kommunen om en invitation."))
        names = {"first_name": str(claims.get("given_name", "")), "last_name": str(claims.get("family_name", ""))}
        sociallogin.user = come_by_provider(known=known, email=email or "", roles=roles, **names)
        sociallogin.save(request, connect=True)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def on_authentication_error(self, request: HttpRequest, provider: Any, **kwargs: Any) -> None:
        refuse(request, _("Det gik ikke at logge ind hos kommunen. Prøv igen."))


def claims_of(sociallogin: SocialLogin) -> dict[str, Any]:
    """What the provider says, in the token and when it is asked."""
    said = sociallogin.account.extra_data
    return {**said.get("id_token", {}), **said.get("userinfo", {})}


def vouched_address(claims: dict[str, Any]) -> str | None:
    """The mail address that the provider vouches for, in small letters."""
    email = str(claims.get(settings.OIDC_MAIL_CLAIM) or "").strip().lower()
    vouched = settings.OIDC_TRUSTS_MAIL or claims.get("email_verified") in (True, "true")
    return email if vouched and "@" in email else None


def roles_in(claims: dict[str, Any]) -> set[Role]:
    """Our roles that the provider's stand for, by `OIDC_ROLES`."""
    said = claims.get(settings.OIDC_ROLE_CLAIM) or []
    theirs = {said} if isinstance(said, str) else set(map(str, said))
    return {role for name, role in role_names().items() if name in theirs}


def role_names() -> dict[str, Role]:
    """`OIDC_ROLES` as it is meant: the provider's name → our role. Raises `ValueError` for what is no such thing."""
    pairs = (pair.rpartition("=") for pair in settings.OIDC_ROLES)
    return {name.strip(): Role(role.strip()) for name, _sign, role in pairs}


def refuse(request: HttpRequest, words: str) -> NoReturn:
    """Back to the sign-in, which says why."""
    messages.error(request, words)
    raise ImmediateHttpResponse(redirect("account_login"))
