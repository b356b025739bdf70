"""The form in which an editor answers a suggestion."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from catalogue.policies import ACTIVITIES, ORGANISATIONS

from .choices import SuggestionStatus


class SuggestionAdminForm(WagtailAdminModelForm):
    """Asks for what an answer needs; the button that makes a draft only for the organisation."""

    @property
    def wants_draft(self) -> bool:
        """Whether the button "Lav kladde" was pressed."""
        return "action-draft" in self.data

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        self._refuse_strangers_drafts()
        if self.wants_draft:
            if not data.get("organisation") and "organisation" not in self.errors:
                self.add_error("organisation", _("Vælg en arrangør, før du laver en kladde."))
            return data
        status, draft = data.get("status"), self.instance.draft
        if status == SuggestionStatus.REJECTED and not data.get("reason"):
            self.add_error("reason", _("Skriv, hvorfor forslaget ikke kommer med."))
        if status == SuggestionStatus.MERGED and not data.get("same_as"):
            self.add_error("same_as", _("Vælg den aktivitet, som forslaget handler om."))
        if status == SuggestionStatus.MERGED and draft and data.get("same_as") == draft:
            self.add_error("same_as", _("Det er forslagets egen kladde. Vælg en anden aktivitet."))
        if status == SuggestionStatus.PUBLISHED and not (draft and draft.live):
            self.add_error("status", _("Offentliggør kladden først. Så bliver forslaget til »Bragt« af sig selv."))
        return data

    def _refuse_strangers_drafts(self) -> None:
        for name, policy in (("organisation", ORGANISATIONS), ("same_as", ACTIVITIES)):
            chosen = self.cleaned_data.get(name)
            if chosen and name in self.changed_data and not policy.choosable(self.for_user).contains(chosen):
                self.add_error(name, _("Vælg en anden. Den her har du ikke adgang til."))
