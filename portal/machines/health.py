"""Whether the portal works, for the program that watches over it."""

from __future__ import annotations

import logging

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.models import ContentVersion
from search.engines import EngineUnavailable, get_engine

logger = logging.getLogger(__name__)


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 while pages can be shown, 503 when they cannot; a line for each part, "ok" or "away".

    A search engine that is away is no failure: the database answers meanwhile.
    """
    parts = {"database": _database_answers(), "search": _engine_answers()}
    lines = [f"{name}: {'ok' if works else 'away'}\n" for name, works in parts.items()]
    return HttpResponse(lines, status=200 if parts["database"] else 503, content_type="text/plain; charset=utf-8")


def _database_answers() -> bool:
    try:
        ContentVersion.objects.exists()
    except DatabaseError:
        logger.exception("The database does not answer")
        return False
    return True


def _engine_answers() -> bool:
    try:
        return get_engine().status().available
    except EngineUnavailable as error:
        logger.warning("The search engine does not answer: %s", error)
        return False
