from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    name = "catalogue"
    verbose_name = _("Katalog")

    def ready(self) -> None:
        from . import permissions, signals

        permissions.tell()
        post_migrate.connect(signals.set_up_after_migrating, sender=self)
