"""What is shown when the program fails: also then with a number to ring, if the database still knows it."""

from __future__ import annotations

import logging

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from home.models import SiteSettings

logger = logging.getLogger(__name__)


def server_error(request: HttpRequest) -> HttpResponse:
    """500. Nothing but the number is looked up."""
    try:
        site = SiteSettings.for_request(request)
    except (DatabaseError, ObjectDoesNotExist):
        logger.exception("The page that says sorry has no number to ring")
        site = None
    return HttpResponse(render_to_string("500.html", {"site": site}), status=500)
