"""The form of an invitation."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views import View

from accounts.invitations.views import only_inviters, tell_of_the_mail

from ..actions.invite_responsible import invite_responsible
from .forms import ResponsibleForm


class InviteView(View):
    """For administrators."""

    def get(self, request: HttpRequest) -> HttpResponse:
        only_inviters(request)
        return render(request, "accounts/admin/invite.html", {"form": ResponsibleForm()})

    def post(self, request: HttpRequest) -> HttpResponse:
        only_inviters(request)
        form = ResponsibleForm(request.POST)
        if not form.is_valid():
            return render(request, "accounts/admin/invite.html", {"form": form})
        who = {name: form.cleaned_data[name] for name in ("email", "first_name", "last_name", "role", "trusted")}
        invitation = invite_responsible(**who, target=form.target, by=request.user)
        tell_of_the_mail(request, invitation)
        return redirect("invitationer:index")
