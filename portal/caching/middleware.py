"""Answers visitors with the pages that are kept, and keeps those that are made for them."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from redis.exceptions import RedisError

from portal.caching.key import key_of, leave_out_trackers
from portal.caching.page import KeptPage, may_be_kept
from portal.delivery.visitors import is_anonymous

logger = logging.getLogger(__name__)

ALIAS = "pages"
# How the answer came about, for tests and for whoever wonders.
HEADER = "X-Page-Cache"
# A cache that does not answer is left alone for so long, so that nobody waits for it.
REST_SECONDS = 10.0


class PageCacheMiddleware:
    """Not used where `PAGE_CACHE_SECONDS` is 0."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not settings.PAGE_CACHE_SECONDS:
            raise MiddlewareNotUsed("PAGE_CACHE_SECONDS is 0")
        self.get_response = get_response
        self._resting_until = 0.0

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The kept page where there is one; else the page as it is made, kept for the next."""
        leave_out_trackers(request)
        key = key_of(request)
        if key is None:
            return self._made_for_one(request)
        kept = self._get(key)
        if kept is not None:
            return self._answer(kept, request, "hit")
        response = self.get_response(request)
        if not may_be_kept(request, response):
            return response
        kept = KeptPage.of(response)
        self._set(key, kept)
        return self._answer(kept, request, "miss")

    def _made_for_one(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not is_anonymous(request) and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_cache=True)
        return response

    def _answer(self, kept: KeptPage, request: HttpRequest, how: str) -> HttpResponseBase:
        response = kept.answer(request)
        response.headers[HEADER] = how
        return response

    def _get(self, key: str) -> KeptPage | None:
        if time.monotonic() < self._resting_until:
            return None
        try:
            return caches[ALIAS].get(key)
        except (RedisError, OSError) as error:
            self._rest(error)
            return None

    def _set(self, key: str, kept: KeptPage) -> None:
        if time.monotonic() < self._resting_until:
            return
        try:
            caches[ALIAS].set(key, kept, settings.PAGE_CACHE_SECONDS)
        except (RedisError, OSError) as error:
            self._rest(error)

    def _rest(self, error: Exception) -> None:
        self._resting_until = time.monotonic() + REST_SECONDS
        logger.warning("The cache of pages does not answer; pages are made anew meanwhile: %s", error)
