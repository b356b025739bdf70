"""Min liste: read the address, find, show."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..feeds.calendar import Feed, calendar_of
from ..feeds.responses import calendar_response
from ..models import Activity
from ..queries.by_code import with_codes
from ..sharing.addresses import absolute
from .addresses import calendar_address, list_address, read_list
from .page import list_page


@require_safe
def my_list(request: HttpRequest) -> HttpResponse:
    """The list in the address."""
    asked = read_list(dict(request.GET.lists()))
    found = with_codes(asked.codes, Activity.objects.for_card())
    page = list_page(asked, found, timezone.now())
    return render(request, "pages/my_list.html", {"list": page})


@require_safe
def calendar(request: HttpRequest) -> HttpResponseBase:
    """Everything on the list as one calendar."""
    asked = read_list(dict(request.GET.lists()))
    found = with_codes(asked.codes, Activity.objects.for_card())
    activities = [activity for code in asked.codes for activity in found[code]]
    feed = Feed(
        name=_("Min liste"),
        description=_("Det, du har lagt på din liste."),
        page=absolute(list_address(asked.codes)),
        source=absolute(calendar_address(asked.codes)),
    )
    # No time of change is told: an activity that is taken off the site leaves the list without one.
    return calendar_response(request, calendar_of(feed, activities), filename="min-liste", modified=None)
