"""Menus show only where somebody may go, and the history is among the reports."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry

from .actions.come_by_provider import MADE
from .actions.invite import ACCEPTED, INVITED, SENT_AGAIN, WITHDRAWN
from .actions.log_rights import RIGHTS
from .actions.remove_second_factor import REMOVED
from .gate import leads_to
from .history.views import HistoryView
from .invitations.views import OpenInvitations, SendAgain, Withdraw
from .models import User
from .people.leaving import keep_who_is_needed
from .people.viewset import RemoveSecondFactor
from .permissions import EVERYWHERE


def only_what_is_open(request: HttpRequest, items: list[MenuItem]) -> None:
    """Takes away the items whose address is shut to this user."""
    items[:] = [item for item in items if not getattr(item, "url", None) or leads_to(request, str(item.url))]


for menu in ("main", "reports", "settings", "help"):
    hooks.register(f"construct_{menu}_menu", only_what_is_open)


hooks.register("before_bulk_action", keep_who_is_needed)


@hooks.register("construct_reports_menu")
def without_wagtails_history(request: HttpRequest, items: list[MenuItem]) -> None:
    """Ours shows the same, and to each only what is theirs."""
    items[:] = [item for item in items if item.name != "site-history"]


@hooks.register("register_account_menu_item")
def way_to_password_and_second_factor(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("mfa_index"),
        "label": _("Adgangskode og totrinslogin"),
        "help_text": _("Skift adgangskode, og vælg app, adgangsnøgler og nødkoder."),
    }


@hooks.register("register_admin_urls")
def register_history() -> list[URLResolver]:
    patterns = [
        path("", HistoryView.as_view(), name="index"),
        path("resultater/", HistoryView.as_view(results_only=True), name="results"),
    ]
    return [path("historik/", include((patterns, "historik")))]


@hooks.register("register_admin_urls")
def register_people() -> list[URLResolver]:
    patterns = [
        path("", OpenInvitations.as_view(), name="index"),
        path("<int:pk>/send/", SendAgain.as_view(), name="send"),
        path("<int:pk>/traek-tilbage/", Withdraw.as_view(), name="withdraw"),
    ]
    lost = [path("<int:pk>/fjern/", RemoveSecondFactor.as_view(), name="remove")]
    return [path("invitationer/", include((patterns, "invitationer"))), path("totrin/", include((lost, "totrin")))]


@hooks.register("register_settings_menu_item")
def show_invitations() -> MenuItem:
    return InvitationsItem(_("Invitationer"), reverse("invitationer:index"), icon_name="mail", order=605)


class InvitationsItem(MenuItem):
    """For those who may make users."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("accounts.add_user")


@hooks.register("register_user_listing_buttons")
def offer_help_with_a_lost_phone(user: User, request_user: User) -> list[Button]:
    if not getattr(user, "has_factor", False) or not request_user.has_perm("accounts.change_user"):
        return []
    return [Button(_("Fjern totrinslogin"), reverse("totrin:remove", args=[user.pk]), icon_name="key", priority=40)]


@hooks.register("register_reports_menu_item")
def show_history_among_the_reports() -> MenuItem:
    return MenuItem(_("Historik"), reverse("historik:index"), name="historik", icon_name="history", order=900)


class RightsFormatter(LogFormatter):
    """Says which roles or permissions somebody was given or lost."""

    label = gettext_lazy("Rettigheder ændret")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        parts = [
            (_("Fik: %(names)s"), log_entry.data.get("given")),
            (_("Mistede: %(names)s"), log_entry.data.get("taken")),
        ]
        told = [words % {"names": ", ".join(names)} for words, names in parts if names]
        return ". ".join(told) or str(self.label)


@hooks.register("register_log_actions")
def register_rights(actions: LogActionRegistry) -> None:
    actions.register_action(RIGHTS)(RightsFormatter)
    told = {
        INVITED: gettext_lazy("Inviteret"),
        SENT_AGAIN: gettext_lazy("Inviteret igen"),
        WITHDRAWN: gettext_lazy("Invitation trukket tilbage"),
        ACCEPTED: gettext_lazy("Invitation taget imod"),
        REMOVED: gettext_lazy("Totrinslogin fjernet"),
        MADE: gettext_lazy("Oprettet ved log ind hos kommunen"),
    }
    for action, words in told.items():
        actions.register_action(action, words, words)


@hooks.register("register_permissions")
def show_in_the_form_of_a_group() -> QuerySet:
    app_label, codename = EVERYWHERE.split(".")
    return Permission.objects.filter(content_type__app_label=app_label, codename=codename)
