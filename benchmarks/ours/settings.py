"""The portal as `make demo` serves it, counting its SQL queries; what it writes lies in the run's own folder."""

from portal.settings.base import MIDDLEWARE as PORTAL_MIDDLEWARE
from portal.settings.demo import *  # noqa: F403

MIDDLEWARE = ["benchmarks.sql.count_queries", *PORTAL_MIDDLEWARE]
# The editors' list search has an index of its own; here Wagtail's search is measured by itself, in `benchmarks.peer`.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database", "AUTO_UPDATE": False}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
