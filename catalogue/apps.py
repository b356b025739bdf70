from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    name = "catalogue"
    verbose_name = _("Katalog")

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from . import admission, conditions, permissions, policies, signals

        permissions.tell()
        conditions.tell()
        admission.open_the_catalogue()
        for model, policy in policies.POLICIES.items():
            register_permission_policy(model, policy)
        post_migrate.connect(signals.set_up_after_migrating, sender=self)
