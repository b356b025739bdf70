from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = _("Redaktion")

    def ready(self) -> None:
        from accounts.gate import admit, always, holders_of
        from catalogue.admission import OF_THE_WHOLE_LIST

        from . import conditions, permissions
        from .approval import mails
        from .claims import need as claims
        from .desk import catalogue_needs, search_need
        from .freshness import need as freshness
        from .links import need as links
        from .queries.waiting_for import may_decide
        from .suggestions import need as suggestions
        from .suggestions import signals as suggestion_signals

        permissions.tell()
        conditions.tell()
        catalogue_needs.tell()
        search_need.tell()
        mails.connect()
        suggestions.tell()
        freshness.tell()
        claims.tell()
        links.tell()
        suggestion_signals.connect()
        # Their views ask about each entry.
        admit("overblik", "flere", when=holders_of("catalogue.change_activity"))
        admit("godkendelser", when=lambda request, match: may_decide(request.user))
        OF_THE_WHOLE_LIST.update(("bekraeft", "status", "omraader", "interesser", "arrangoer", "hent"))
        admit("haandbog", when=always)
        admit("fejlmeldinger", when=holders_of("editorial.view_errorreport"))
        admit("links", when=holders_of("editorial.view_outgoinglink"))
        admit("friskhed", when=holders_of("editorial.change_freshnessagreement"))
        admit("krav", when=holders_of("editorial.view_claim"))
        admit("forslag", when=holders_of("editorial.view_suggestion"))
