"""What the catalogue's activities and the readers' reports need, on the first page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import ngettext

from catalogue.conditions import condition
from catalogue.models import Activity
from catalogue.policies import ACTIVITIES

from ..choices import ReportStatus
from ..queries.reports_for import reports_for
from ..queries.waiting_for import waiting_for
from .needs import Need, bounded, register

LIST = "wagtailsnippets_catalogue_activity:list"


def activities_that(user: Any, key: str) -> QuerySet[Activity]:
    """The activities in this user's list of which the condition is true."""
    theirs = ACTIVITIES.instances_user_has_any_permission_for(user, ["view", "change"])
    return condition(key).narrow(theirs)


def list_of(key: str) -> str:
    """The address of the list, narrowed by the condition."""
    return f"{reverse(LIST)}?{urlencode({'need': key})}"


def writes_activities(user: Any) -> bool:
    return ACTIVITIES.user_has_permission(user, "change")


def about_activities(key: str, label: Callable[[int], str], *, order: int, icon: str) -> Need:
    """A need that is a condition of activities: the number is that of the list it leads to."""
    return Need(
        key=key,
        label=label,
        count=lambda user: bounded(activities_that(user, key)),
        url=lambda user: list_of(key),
        concerns=writes_activities,
        icon=icon,
        order=order,
    )


def _waiting(n: int) -> str:
    return ngettext("venter på, at du godkender den", "venter på, at du godkender dem", n)


def _sent_back(n: int) -> str:
    return ngettext("er sendt tilbage med en bemærkning", "er sendt tilbage med en bemærkning", n)


def _reports(n: int) -> str:
    return ngettext("fejlmelding fra en læser venter", "fejlmeldinger fra læsere venter", n)


def _stale(n: int) -> str:
    return ngettext("er ikke bekræftet for nylig", "er ikke bekræftet for nylig", n)


def _holes(n: int) -> str:
    return ngettext("mangler noget, folk har brug for", "mangler noget, folk har brug for", n)


def _drafts(n: int) -> str:
    return ngettext("kladde er ikke gjort færdig", "kladder er ikke gjort færdige", n)


def tell() -> None:
    """Registers them."""
    register(
        Need(
            key="til-godkendelse",
            label=_waiting,
            count=lambda user: bounded(waiting_for(user)),
            url=lambda user: reverse("godkendelser:index"),
            icon="clipboard-list",
            order=10,
        )
    )
    register(
        Need(
            key="fejlmeldinger",
            label=_reports,
            count=lambda user: bounded(reports_for(user).filter(status=ReportStatus.NEW)),
            url=lambda user: f"{reverse('fejlmeldinger:index')}?status={ReportStatus.NEW.value}",
            concerns=lambda user: user.has_perm("editorial.change_errorreport"),
            order=20,
        )
    )
    register(about_activities("sendt-tilbage", _sent_back, order=30, icon="undo"))
    register(about_activities("foraeldet", _stale, order=40, icon="calendar-check"))
    register(about_activities("huller", _holes, order=60, icon="help"))
    register(about_activities("kladder", _drafts, order=80, icon="draft"))
