"""Users are invited, and the list says who has a second factor."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, ProtectedError, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.auth import permission_denied
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.users.views.users import CreateView, DeleteView, IndexView, UserViewSet

from ..actions.remove_second_factor import remove_second_factor
from ..models import User
from ..sign_in.second_factor import KINDS
from .leaving import words_for


class PeopleIndexView(IndexView):
    """Wagtail's list, with who has a second factor."""

    add_item_label = gettext_lazy("Inviter")

    @cached_property
    def columns(self) -> list[Any]:
        factor = BooleanColumn("has_factor", label=gettext_lazy("Totrinslogin"), width="10%")
        return [*super().columns, factor]

    def get_base_queryset(self) -> QuerySet:
        theirs = Authenticator.objects.filter(user=OuterRef("pk"), type__in=KINDS)
        return super().get_base_queryset().annotate(has_factor=Exists(theirs))


class InviteInstead(CreateView):
    """Nobody is made without being asked."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm("accounts.add_user"):
            return permission_denied(request)
        return redirect("inviter:new")


class PeopleDeleteView(DeleteView):
    """Somebody stays while they have work that another must take over first."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().post(request, *args, **kwargs)
        except ProtectedError:
            messages.error(request, words_for(str(self.object)))
            return redirect("wagtailusers_users:edit", self.object.pk)


class PeopleViewSet(UserViewSet):
    """The users."""

    delete_view_class = PeopleDeleteView

    index_view_class = PeopleIndexView
    add_view_class = InviteInstead


class RemoveSecondFactor(View):
    """For somebody who has lost their phone: asks first."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm("accounts.change_user"):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return render(request, "accounts/admin/remove_second_factor.html", {"person": get_object_or_404(User, pk=pk)})

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        person = get_object_or_404(User, pk=pk)
        remove_second_factor(user=person, by=request.user)
        messages.success(request, _("Totrinslogin for %(name)s er fjernet.") % {"name": person})
        return redirect("wagtailusers_users:index")
