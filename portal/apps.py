from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from catalogue import kept
        from portal import checks  # noqa: F401
        from portal.caching import following
        from portal.caching.version import content_changed, settled

        following.connect()
        kept.follow(settled)
        content_changed.connect(_read_knowledge_anew, dispatch_uid="content-knowledge")
        content_changed.connect(_find_sites_anew, dispatch_uid="content-sites")


def _read_knowledge_anew(**_kwargs: Any) -> None:
    """What the search knows of words may have changed in another process."""
    from search.understanding.store import forget

    forget()


def _find_sites_anew(**_kwargs: Any) -> None:
    """Wagtail keeps for an hour where the front pages are, in a cache that other processes may not share."""
    from wagtail.models import Site

    Site.clear_site_root_paths_cache()
