"""Which mails about approval somebody wants, on the page of their account.

Wagtail asks this only of those who work with pages; the others have the same choices here.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import NotificationPreferencesForm
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab
from wagtail.admin.widgets import SwitchInput
from wagtail.users.models import UserProfile

from catalogue.policies import ACTIVITIES


class ApprovalMailsForm(forms.ModelForm):
    """Three switches; the first only for those who approve something."""

    class Meta:
        model = UserProfile
        fields = ("submitted_notifications", "approved_notifications", "rejected_notifications")
        labels = {
            "submitted_notifications": _("Når noget er sendt til godkendelse"),
            "approved_notifications": _("Når det, du har skrevet, er godkendt"),
            "rejected_notifications": _("Når det, du har skrevet, er sendt tilbage"),
        }
        help_texts = dict.fromkeys(fields, "")
        widgets = dict.fromkeys(fields, SwitchInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not ACTIVITIES.user_has_permission(self.instance.user, "publish"):
            del self.fields["submitted_notifications"]


class ApprovalMailsPanel(BaseSettingsPanel):
    """Shown to those who do not have Wagtail's own."""

    name = "approval_mails"
    title = _("Mails om godkendelse")
    tab = notifications_tab
    order = 100
    form_class = ApprovalMailsForm
    form_object = "profile"

    def is_active(self) -> bool:
        has_wagtails = bool(NotificationPreferencesForm(instance=self.profile).fields)
        return not has_wagtails and ACTIVITIES.user_has_permission(self.user, "change")
