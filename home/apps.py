from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Sider")

    def ready(self) -> None:
        from search.documents.registry import register

        from . import checks, permissions, signals  # noqa: F401
        from .findable import PAGES

        permissions.tell()
        register(PAGES)
        signals.connect()
