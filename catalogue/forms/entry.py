"""What the forms of activities, organisations, venues and areas share."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from ..slugs import PLACEHOLDER, danish_slug, free_slug


class EntryForm(WagtailAdminModelForm):
    """A form that makes the address of the title, when the editor does not care to."""

    title_field = "name"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False
        if str(self.initial.get("slug") or "").startswith(PLACEHOLDER):
            self.initial["slug"] = ""

    def clean(self) -> dict[str, Any]:
        super().clean()
        if "slug" not in self.errors:
            slug = self.cleaned_data["slug"] = self._slug()
            if type(self.instance)._default_manager.filter(slug=slug).exclude(pk=self.instance.pk).exists():
                self.add_error("slug", _("Adressen er taget. Vælg en anden, eller lad feltet stå tomt."))
        return self.cleaned_data

    def _slug(self) -> str:
        """The typed address; or one that is free, when none was typed or it is only the title's own."""
        typed = self.cleaned_data.get("slug") or ""
        title = self.cleaned_data.get(self.title_field) or ""
        if typed and typed != danish_slug(title):
            return typed
        if not typed and self._has_been_seen():
            return self.instance.slug
        return free_slug(type(self.instance), title, pk=self.instance.pk)

    def _has_been_seen(self) -> bool:
        """Whether people may have the address already. Areas are public from the moment they are saved."""
        draft = hasattr(self.instance, "first_published_at") and self.instance.first_published_at is None
        return bool(self.instance.pk) and not draft and not self.instance.slug.startswith(PLACEHOLDER)
