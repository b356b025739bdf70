"""The cache of pages is made from the deployment's own."""

from __future__ import annotations

import environ
import pytest
from django.core.cache import CacheHandler

from portal.settings.caches import MOST_PAGES, cache_of_pages, cache_of_renditions


@pytest.mark.parametrize("url", ["locmemcache://", "filecache:///tmp/indsatskatalog-cache", "dbcache://pages"])
def test_pages_have_a_room_of_their_own_that_is_bounded(url):
    default = environ.Env.cache_url_config(url)
    handler = CacheHandler({"default": default, "pages": cache_of_pages(default)})
    assert handler["pages"]._max_entries == MOST_PAGES
    assert handler["pages"].make_key("a") != handler["default"].make_key("a")


def test_pages_and_other_things_do_not_push_each_other_out(tmp_path):
    for url in ("locmemcache://", f"filecache://{tmp_path}"):
        default = environ.Env.cache_url_config(url)
        handler = CacheHandler({"default": default, "pages": cache_of_pages(default)})
        handler["pages"].set("a", "page", 60)
        handler["default"].clear()
        assert handler["pages"].get("a") == "page"


def test_redis_is_given_a_second_to_answer():
    default = environ.Env.cache_url_config("rediscache://127.0.0.1:6379/1")
    pages = CacheHandler({"default": cache_of_pages(default)})["default"]
    pool = pages._cache._get_connection_pool(write=False)
    assert pool.connection_kwargs["socket_timeout"] == 1


def test_places_of_pictures_are_kept_only_where_all_processes_share_them():
    assert cache_of_renditions(environ.Env.cache_url_config("locmemcache://"))["BACKEND"].endswith("DummyCache")
    shared = cache_of_renditions(environ.Env.cache_url_config("rediscache://127.0.0.1:6379/1"))
    assert shared["BACKEND"].endswith("RedisCache")
