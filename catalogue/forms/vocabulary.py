"""The form of a term of a controlled vocabulary."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm


class TermForm(WagtailAdminModelForm):
    """A word and the other words for it; the same word cannot stand twice, whatever its case."""

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        twin = type(self.instance)._default_manager.filter(name__iexact=name).exclude(pk=self.instance.pk).first()
        if twin:
            raise ValidationError(_("»%(name)s« findes allerede.") % {"name": twin.name})
        return name

    def clean_synonyms(self) -> str:
        lines = (" ".join(line.split()) for line in self.cleaned_data["synonyms"].splitlines())
        return "\n".join(dict.fromkeys(line for line in lines if line))
