"""The catalogue's pages: find, present, render."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from .choices import ActivityType, Status
from .feeds.addresses import calendar_of_page
from .models import Activity, Area, Organisation, Venue
from .presenters.accessibility import answers_of_venue
from .presenters.activity import activity_page
from .presenters.contact import contact_of_organisation
from .presenters.crumbs import activity_crumbs, area_crumbs, catalogue_crumb
from .presenters.listing import COMING_AMONG, listing_page
from .presenters.way import way_to
from .programme.weeks import week_programme
from .queries.alternatives import alternatives_to
from .queries.areas import surroundings
from .queries.found import Moved, find
from .queries.listings import at_venue, serving, with_organisation
from .queries.parts import other_parts
from .queries.withdrawn import withdrawn
from .sharing.codes import code_of
from .sharing.share import share_of
from .structured_data import activity_document, area_document, organisation_document, venue_document

View = Callable[..., HttpResponse]


def _following_moves(view: View) -> View:
    """Sends people with an old address to the new one, for good."""

    @wraps(view)
    def moved(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Moved as move:
            return HttpResponsePermanentRedirect(move.address)

    return moved


def _or_what_is_like_it(view: View) -> View:
    """Proposes something else at the address of an activity that has been taken down."""

    @wraps(view)
    def found(request: HttpRequest, type: ActivityType, slug: str) -> HttpResponse:
        try:
            return view(request, type=type, slug=slug)
        except Http404:
            gone = withdrawn(slug)
            if gone is None:
                raise
            context = {"activity": {"alternatives": alternatives_to(gone)}}
            return render(request, "pages/withdrawn.html", context, status=404)

    return found


@require_safe
@_following_moves
@_or_what_is_like_it
def activity(request: HttpRequest, type: ActivityType, slug: str) -> HttpResponse:
    """One activity. What has ended answers 410 with a page that says so and proposes something else."""
    found = find(Activity.objects.filter(live=True).for_page().prefetch_related("image__renditions"), slug)
    if found.type != type:
        raise Moved(found.get_absolute_url())
    ended = found.status == Status.ENDED
    now = timezone.now()
    crumbs = activity_crumbs(found)
    context = {
        "activity": activity_page(found, now, alternatives_to(found) if ended else (), other_parts(found)),
        "entry": found,
        "crumbs": crumbs,
        "share": share_of(found, now),
        "code": code_of(found.uuid),
        "calendar": calendar_of_page(found.get_absolute_url()),
        "structured_data": activity_document(found, crumbs, now),
    }
    return render(request, "pages/activity.html", context, status=410 if ended else 200)


@require_safe
@_following_moves
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """An organiser, and what it runs."""
    found = find(Organisation.objects.filter(live=True), slug)
    crumbs = [catalogue_crumb()]
    context = {
        "organisation": found,
        "contact": contact_of_organisation(found),
        "page": listing_page(with_organisation(found), request.GET.get("side"), timezone.now()),
        "crumbs": crumbs,
        "calendar": calendar_of_page(found.get_absolute_url()),
        "structured_data": organisation_document(found, crumbs),
    }
    return render(request, "pages/organisation.html", context)


@require_safe
@_following_moves
def venue(request: HttpRequest, slug: str) -> HttpResponse:
    """A place, how to get there and in, and what takes place there."""
    venues = (
        Venue.objects.filter(live=True)
        .select_related("area", "image")
        .prefetch_related("accessibility_answers", "image__renditions")
    )
    found = find(venues, slug)
    now = timezone.now()
    crumbs = [catalogue_crumb(), (found.area.name, found.area.get_absolute_url())]
    activities = at_venue(found)
    among = list(activities[:COMING_AMONG])
    listed = among if len(among) < COMING_AMONG else activities
    context = {
        "venue": found,
        "way": way_to(found),
        "accessibility": answers_of_venue(found),
        "programme": week_programme(among, request.GET.get("uge", ""), now),
        "page": replace(listing_page(listed, request.GET.get("side"), now), coming=[]),
        "crumbs": crumbs,
        "calendar": calendar_of_page(found.get_absolute_url()),
        "structured_data": venue_document(found, crumbs),
    }
    return render(request, "pages/venue.html", context)


@require_safe
@_following_moves
def area(request: HttpRequest, slug: str) -> HttpResponse:
    """An area, its parts, and what happens there."""
    found = find(Area.objects.all(), slug)
    around = surroundings(found)
    activities = serving([found, *around.ancestors, *around.descendants])
    crumbs = area_crumbs(around.ancestors)
    context = {
        "area": found,
        "parts": around.children,
        "page": listing_page(activities, request.GET.get("side"), timezone.now()),
        "crumbs": crumbs,
        "calendar": calendar_of_page(found.get_absolute_url()),
        "structured_data": area_document(found, crumbs),
    }
    return render(request, "pages/area.html", context)
