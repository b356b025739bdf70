from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = _("Redaktion")

    def ready(self) -> None:
        from accounts.gate import admit, holders_of

        from . import permissions

        permissions.tell()
        admit("fejlmeldinger", when=holders_of("editorial.view_errorreport"))
