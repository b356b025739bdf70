from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Søgning")

    def ready(self) -> None:
        from accounts.gate import admit, holders_of
        from search import checks, permissions  # noqa: F401
        from search.documents.activities import ACTIVITIES
        from search.documents.registry import register
        from search.indexing import maintenance
        from search.indexing import signals as index_signals
        from search.understanding import signals as knowledge_signals

        permissions.tell()
        admit("soegninger", when=holders_of("search.change_askedsearch"))
        register(ACTIVITIES)
        knowledge_signals.connect()
        index_signals.connect()
        maintenance.connect()
