"""Settings for the test suite: quick hashing, nothing outside a temporary folder."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .environment import read

DEBUG = False
DEMO_USERS = True
MFA_REQUIRED_ROLES: list[str] = []  # tests of the second factor ask for it
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
SECRET_KEY = read("SECRET_KEY")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

_TEMPORARY = tempfile.TemporaryDirectory(prefix="indsatskatalog-test-")  # removed when the process ends
_FOLDER = Path(_TEMPORARY.name)
MEDIA_ROOT = str(_FOLDER / "media")
STATIC_ROOT = str(_FOLDER / "static")
(_FOLDER / "static").mkdir()
SEARCH_URL = f"tantivy://{_FOLDER / 'search'}"
_CACHE = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
_NONE = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
CACHES = {"default": _CACHE, "pages": {**_CACHE, "LOCATION": "pages"}, "renditions": _NONE}
# Tests of the page cache turn it on; elsewhere one test would be answered with another's page.
PAGE_CACHE_SECONDS = 0
MAINTENANCE_FILE = str(_FOLDER / "maintenance.html")
FORGET_LEDGER = str(_FOLDER / "forgotten.jsonl")

# The editors' list search is tested where it matters; elsewhere its index would only cost time.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database", "AUTO_UPDATE": False}}

# Tests that want it start it themselves: a thread would not see what a test's transaction holds.
SEARCH_MAINTENANCE_SECONDS = None
