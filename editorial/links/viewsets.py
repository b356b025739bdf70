"""The report of broken links, in the editors' system."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.views.generic.history import HistoryView

from ..models import OutgoingLink
from ..queues import QueueViewSet
from .actions.handle_link import accept_link, replace_link
from .filters import LinkFilterSet
from .panels import LINK
from .queries import to_mend_for

MOST_NAMES = 3


def state_of(link: OutgoingLink) -> str:
    """What is wrong with it, in a few words."""
    if link.accepted_at:
        return _("Sat som i orden")
    return str(link.get_result_display()) if link.broken else _("Er flyttet")


def where_used(link: OutgoingLink) -> str:
    """The names of what it stands in, three at most."""
    names = list(dict.fromkeys(str(use.target) for use in link.uses.all() if use.target))
    more = len(names) - MOST_NAMES
    shown = ", ".join(names[:MOST_NAMES])
    return f"{shown} {_('og %(n)d til') % {'n': more}}" if more > 0 else shown


class LinkIndexView(IndexView):
    """The longest broken first; what somebody has set as right comes last."""

    def get_base_queryset(self) -> QuerySet:
        links = to_mend_for(self.request.user).prefetch_related("uses__target")
        return links.order_by("accepted_at", "-broken", "first_failed_at", "pk")


class LinkEditView(EditView):
    """One link: write another address in its place, or leave it alone."""

    actions = ("edit", "accept")
    submit_button_label = gettext_lazy("Skift til den nye adresse")

    def get_queryset(self) -> QuerySet:
        return to_mend_for(self.request.user)

    def save_instance(self) -> OutgoingLink:
        """Hands what was typed to the actions, which save and log."""
        stored = self.get_queryset().get(pk=self.form.instance.pk)
        if self.action == "accept":
            accept_link(link=stored, by=self.request.user)
        else:
            new_url = self.form.cleaned_data["moved_to"]
            self.outcome = replace_link(link=stored, new_url=new_url, by=self.request.user)
        return stored

    def save_action(self) -> HttpResponse:
        if self.action == "accept":
            messages.success(self.request, _("Linket er sat som i orden."))
            return redirect(self.get_success_url())
        changed, left = self.outcome
        words = ngettext("Rettet i %(n)d post i kataloget.", "Rettet i %(n)d poster i kataloget.", changed)
        messages.success(self.request, words % {"n": changed})
        if left:
            words = ngettext(
                "%(n)d sted er tilbage. Det er en side, eller du må ikke rette det.",
                "%(n)d steder er tilbage. Det er sider, eller du må ikke rette dem.",
                left,
            )
            messages.warning(self.request, words % {"n": left})
        return redirect(self.get_success_url())


class LinkHistoryView(HistoryView):
    """What was done with one link."""

    def get_base_object_queryset(self) -> QuerySet:
        return to_mend_for(self.request.user)


class LinkViewSet(QueueViewSet):
    """Links come from what is written elsewhere, so there is nothing to add, copy or delete here."""

    model = OutgoingLink
    name = "links"
    icon = "link"
    menu_label = gettext_lazy("Døde links")
    menu_order = 97
    edit_handler = LINK
    index_view_class = LinkIndexView
    edit_view_class = LinkEditView
    history_view_class = LinkHistoryView
    filterset_class = LinkFilterSet
    list_display = (
        "url",
        Column("uses", label=gettext_lazy("Bruges i"), accessor=where_used),
        StatusTagColumn(
            "result", label=gettext_lazy("Status"), accessor=state_of, primary=lambda link: link.accepted_at is None
        ),
        DateColumn("first_failed_at", label=gettext_lazy("Fejlet siden"), sort_key="first_failed_at"),
        DateColumn("checked_at", label=gettext_lazy("Undersøgt"), sort_key="checked_at"),
    )
    search_fields = ("url",)
