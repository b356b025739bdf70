"""A process that is ready before its first visitor: the search's words, the templates, what every page needs."""

from __future__ import annotations

import logging
from io import BytesIO
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.db import connections

from search.warming import keep_from_the_collector
from search.warming import warm as warm_search

logger = logging.getLogger(__name__)

PAGES = ("/", "/indsatskatalog/", "/indsatskatalog/?q=kaffe")


def warm() -> None:
    """Answers a few questions of its own, and keeps what they needed. Never keeps the process from starting."""
    warm_search()
    handler = WSGIHandler()
    for page in PAGES:
        try:
            answer = handler.get_response(_request(page))
            if answer.status_code >= 400:
                logger.warning("%s answered %s while warming up", page, answer.status_code)
        except Exception:
            logger.exception("%s could not be made while warming up; its first visitor will wait", page)
    connections.close_all()
    keep_from_the_collector()


def _request(page: str) -> WSGIRequest:
    """As the portal's own address would ask, through a proxy that speaks https."""
    path, _, query = page.partition("?")
    environ = {
        "HTTP_HOST": urlsplit(settings.BASE_URL).netloc,
        "HTTP_X_FORWARDED_PROTO": "https",
        "wsgi.url_scheme": "https",
        "REMOTE_ADDR": "127.0.0.1",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "wsgi.input": BytesIO(),
    }
    setup_testing_defaults(environ)
    return WSGIRequest(environ)
