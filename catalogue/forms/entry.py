"""What the forms of activities, organisations, venues and areas share."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from accounts.permissions import works_everywhere

from ..models import Organisation, Venue
from ..policies import POLICIES
from ..scopes import reach_of
from ..slugs import PLACEHOLDER, danish_slug, free_slug


class EntryForm(WagtailAdminModelForm):
    """A form that makes the address of the title, when the editor does not care to."""

    title_field = "name"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False
        if str(self.initial.get("slug") or "").startswith(PLACEHOLDER):
            self.initial["slug"] = ""
        for name in ("organisation", "venue", "image"):
            if name in self.fields:
                _show_what_is_read(self.fields[name].widget, self.instance, name)

    def clean(self) -> dict[str, Any]:
        super().clean()
        if "slug" not in self.errors:
            slug = self.cleaned_data["slug"] = self._slug()
            if type(self.instance)._default_manager.filter(slug=slug).exclude(pk=self.instance.pk).exists():
                self.add_error("slug", _("Adressen er taget. Vælg en anden, eller lad feltet stå tomt."))
        self._refuse_what_is_not_theirs()
        return self.cleaned_data

    def own_values(self) -> dict[str, Any]:
        """What decides whose the entry will be: its key, organisation, venue and area or areas."""
        present = [name for name in ("organisation", "venue", "areas", "area") if name in self.fields]
        return {"pk": self.instance.pk, **{name: self.cleaned_data.get(name) for name in present}}

    def _refuse_what_is_not_theirs(self) -> None:
        """Keeps an entry within what its writer is responsible for, and lets them point to no stranger's draft."""
        policy = POLICIES.get(type(self.instance))
        if not policy or not self.for_user or works_everywhere(self.for_user):
            return
        action = "change" if self.instance.pk else "add"
        if not policy.user_may_write(self.for_user, action, self.own_values()):
            field, message = self._what_to_choose()
            self.add_error(field if field in self.fields else None, message)
        for name, model in (("organisation", Organisation), ("venue", Venue)):
            chosen = self.cleaned_data.get(name)
            if chosen and name in self.changed_data and not POLICIES[model].choosable(self.for_user).contains(chosen):
                self.add_error(name, self.fields[name].error_messages["required"])

    def _what_to_choose(self) -> tuple[str, str]:
        reach = reach_of(self.for_user)
        if reach.areas:
            return ("areas" if "areas" in self.fields else "area", _("Vælg et område, som du har ansvar for."))
        if reach.venues:
            return "venue", _("Vælg et sted, som du har ansvar for.")
        return "organisation", _("Vælg en arrangør, som du har ansvar for.")

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


def _show_what_is_read(widget: Any, instance: Model, name: str) -> None:
    """Lets a chooser name what is chosen without asking for it, where the instance has read it already."""
    if not type(instance)._meta.get_field(name).is_cached(instance):  # type: ignore[union-attr]
        return
    chosen, ask = getattr(instance, name, None), widget.get_instance
    if chosen is not None:
        widget.get_instance = lambda value: chosen if str(value) == str(chosen.pk) else ask(value)
