"""From a short address to the page it stands for."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.views.decorators.http import require_safe

from ..my_list.addresses import list_address
from ..queries.by_code import with_codes
from .codes import read_code


@require_safe
def short(request: HttpRequest, code: str) -> HttpResponse:
    """Leads to the activity; where two share a code, to a list of both."""
    known = read_code(code)
    activities = with_codes([known])[known] if known else []
    if not known or not activities:
        raise Http404
    if len(activities) > 1:
        return HttpResponseRedirect(list_address([known]))
    return HttpResponsePermanentRedirect(activities[0].get_absolute_url())
