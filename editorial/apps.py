from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = _("Redaktion")

    def ready(self) -> None:
        from accounts.gate import admit, holders_of
        from catalogue.admission import OF_THE_WHOLE_LIST

        from . import conditions, permissions
        from .desk import catalogue_needs
        from .suggestions import need as suggestions
        from .suggestions import signals as suggestion_signals

        permissions.tell()
        conditions.tell()
        catalogue_needs.tell()
        suggestions.tell()
        suggestion_signals.connect()
        # Their views ask about each entry.
        admit("overblik", "flere", when=holders_of("catalogue.change_activity"))
        publishes = [f"catalogue.publish_{kind}" for kind in ("activity", "organisation", "venue")]
        admit("godkendelser", when=holders_of(*publishes))
        OF_THE_WHOLE_LIST.update(("bekraeft", "status", "omraader", "interesser", "arrangoer"))
        admit("fejlmeldinger", when=holders_of("editorial.view_errorreport"))
        admit("forslag", when=holders_of("editorial.view_suggestion"))
