"""The invited make a password; administrators see who has not come yet."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import SetPasswordForm
from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.admin import messages

from ..actions.invite import AlreadyHere, accept, send_again, withdraw
from ..models import Invitation
from .links import invitation_of

GONE = 410


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class AcceptView(View):
    """A password for the invited, who is in when it is made."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        invitation = invitation_of(token)
        return self._page(request, invitation, invitation and SetPasswordForm(user=invitation.user))

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        invitation = invitation_of(token)
        if invitation is None:
            return self._page(request, None, None)
        form = SetPasswordForm(data=request.POST, user=invitation.user)
        if not form.is_valid():
            return self._page(request, invitation, form)
        try:
            user = accept(invitation=invitation, password=form.cleaned_data["password1"])
        except Invitation.DoesNotExist:  # pressed twice
            return self._page(request, None, None)
        logout(request)
        return perform_password_login(request, {"email": user.email}, Login(user=user, email=user.email))

    def _page(self, request: HttpRequest, invitation: Invitation | None, form: Any) -> HttpResponse:
        context = {"invitation": invitation, "form": form}
        return render(request, "account/invitation.html", context, status=200 if invitation else GONE)


def only_inviters(request: HttpRequest) -> None:
    """Raises `PermissionDenied` for all but those who may make users."""
    if not request.user.has_perm("accounts.add_user"):
        raise PermissionDenied


def tell_of_the_mail(request: HttpRequest, invitation: Invitation) -> None:
    """Whether it went off."""
    invitation.refresh_from_db()
    email = invitation.user.email
    if invitation.sent_at:
        messages.success(request, _("Invitationen er sendt til %(email)s.") % {"email": email})
    else:
        messages.error(
            request,
            _("Invitationen er gemt, men mailen til %(email)s kunne ikke sendes. Prøv »Send igen« om lidt.")
            % {"email": email},
        )


class OpenInvitations(View):
    """Who has been invited and has not been here yet."""

    def get(self, request: HttpRequest) -> HttpResponse:
        only_inviters(request)
        invitations = Invitation.objects.select_related("user", "invited_by").prefetch_related("user__groups")
        return render(request, "accounts/admin/invitations.html", {"invitations": invitations})


class SendAgain(View):
    """A new link."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        only_inviters(request)
        invitation = get_object_or_404(Invitation, pk=pk)
        send_again(invitation=invitation, by=request.user)
        tell_of_the_mail(request, invitation)
        return redirect("invitationer:index")


class Withdraw(View):
    """Asks first, and takes the invitation back."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        only_inviters(request)
        return render(request, "accounts/admin/withdraw.html", {"invitation": get_object_or_404(Invitation, pk=pk)})

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        only_inviters(request)
        invitation = get_object_or_404(Invitation, pk=pk)
        try:
            withdraw(invitation=invitation, by=request.user)
        except AlreadyHere:
            messages.error(
                request, _("%(name)s har allerede været her. Luk adgangen under Brugere.") % {"name": invitation}
            )
        else:
            messages.success(request, _("Invitationen er trukket tilbage."))
        return redirect("invitationer:index")
