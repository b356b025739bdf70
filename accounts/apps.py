from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("Brugere")

    def ready(self) -> None:
        from . import gate, permissions, signals

        permissions.tell()
        gate.open_to_everybody()
        post_migrate.connect(signals.sync_after_migrating, sender=self)
