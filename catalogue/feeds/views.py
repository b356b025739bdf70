"""Calendars by address: find, write, send."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..choices import ActivityType
from ..models import Activity, Area, Organisation, Venue
from ..queries.areas import surroundings
from ..queries.found import Moved, find
from ..queries.listings import at_venue, serving, with_organisation
from ..querysets import ActivityQuerySet
from ..sharing.addresses import absolute
from .calendar import Feed, calendar_of, calendar_with, last_modified
from .converters import FORMAT
from .events import event_on, modified_at
from .responses import calendar_response

MOST_ACTIVITIES = 500
View = Callable[..., HttpResponseBase]


def _following_moves(view: View) -> View:
    """Sends those who ask by an old address of the page to the calendar at the new one, for good."""

    @wraps(view)
    def moved(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Moved as move:
            start = kwargs.get("start")
            rest = f"kalender/{start.strftime(FORMAT)}.ics" if start else "kalender.ics"
            return HttpResponsePermanentRedirect(f"{move.address}{rest}")

    return moved


@require_safe
@_following_moves
def activity(request: HttpRequest, type: ActivityType, slug: str) -> HttpResponseBase:
    """All dates of an activity. One that has ended still answers: its subscribers should see that it has."""
    found = _find_activity(type, slug)
    feed = Feed(
        name=found.title,
        description=found.summary,
        page=absolute(found.get_absolute_url()),
        source=absolute(request.path),
    )
    return calendar_response(request, calendar_of(feed, [found]), filename=found.slug, modified=last_modified([found]))


@require_safe
@_following_moves
def date(request: HttpRequest, type: ActivityType, slug: str, start: datetime) -> HttpResponseBase:
    """One date of an activity, by the time it was planned for or is moved to."""
    found = _find_activity(type, slug)
    event = event_on(found, start)
    if event is None:
        raise Http404
    modified = modified_at(found)
    feed = Feed(found.title, found.summary, absolute(found.get_absolute_url()), absolute(request.path))
    return calendar_response(
        request,
        calendar_with(feed, [event], modified),
        filename=f"{found.slug}-{start.strftime(FORMAT)}",
        modified=modified,
    )


@require_safe
@_following_moves
def organisation(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What an organiser runs."""
    found = find(Organisation.objects.filter(live=True), slug)
    return _listing(request, found, with_organisation(found), _("%(name)s: det sker") % {"name": found.name})


@require_safe
@_following_moves
def venue(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What takes place at a venue."""
    found = find(Venue.objects.filter(live=True), slug)
    return _listing(request, found, at_venue(found), _("Det sker: %(name)s") % {"name": found.name})


@require_safe
@_following_moves
def area(request: HttpRequest, slug: str) -> HttpResponseBase:
    """What serves an area."""
    found = find(Area.objects.all(), slug)
    around = surroundings(found)
    activities = serving([found, *around.ancestors, *around.descendants])
    return _listing(request, found, activities, _("Det sker i %(name)s") % {"name": found.name})


def _find_activity(type: ActivityType, slug: str) -> Activity:
    found = find(Activity.objects.filter(live=True).for_card(), slug)
    if found.type != type:
        raise Moved(found.get_absolute_url())
    return found


def _listing(
    request: HttpRequest, owner: Organisation | Venue | Area, activities: ActivityQuerySet, name: str
) -> HttpResponseBase:
    """The calendar of a list: subscribing to it is looking at what there is, so it does not make anybody busy."""
    shown = list(activities[:MOST_ACTIVITIES])
    # What has left the list changes it too, so the newest change of any activity counts.
    newest = Activity.objects.aggregate(newest=Max("updated_at"))["newest"]
    modified = max(filter(None, [newest, last_modified(shown)]), default=None)
    feed = Feed(
        name=name,
        description=_("Alt det, du kan være med til. Se mere på siden."),
        page=absolute(owner.get_absolute_url()),
        source=absolute(request.path),
    )
    return calendar_response(request, calendar_of(feed, shown, busy=False), filename=owner.slug, modified=modified)
