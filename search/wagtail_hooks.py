"""The search's place in the editors' system."""

from __future__ import annotations

from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from search.log import views
from search.viewsets import SearchGroup

register_snippet(SearchGroup)


@hooks.register("register_admin_urls")
def register_searches_without_an_answer() -> list[URLResolver]:
    patterns = [path("", views.index, name="index")]
    return [path("soegninger-uden-svar/", include((patterns, "soegninger")))]


@hooks.register("register_reports_menu_item")
def show_them_among_the_reports() -> MenuItem:
    return MenuItem(
        _("Søgninger uden svar"), reverse("soegninger:index"), name="soegninger", icon_name="search", order=850
    )
