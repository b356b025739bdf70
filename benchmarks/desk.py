"""The editors' system, opened in the process itself by somebody who is signed in: the list, and an entry's form."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.test import Client

from .sql import HEADER

MODELS = {"ours": "catalogue.Activity", "peer": "peer.Entry"}


class Desk:
    """A browser without a browser: what is measured is what the server does."""

    def __init__(self, site: str) -> None:
        model = apps.get_model(MODELS[site])
        people = get_user_model()
        editor = people(is_superuser=True, is_staff=True, **{people.USERNAME_FIELD: "maaler@portal.example"})
        editor.set_unusable_password()
        editor.save()
        self._client = Client()
        self._client.force_login(editor)
        entry = model._default_manager.order_by("pk").first()
        base = f"/admin/snippets/{model._meta.app_label}/{model._meta.model_name}/"
        self._addresses = {"list": base, "form": f"{base}edit/{entry.pk}/"}

    def open(self, page: str) -> dict[str, Any]:
        """SQL queries and bytes; `RuntimeError` when it is not shown."""
        response = self._client.get(self._addresses[page], headers={"Host": "localhost"})
        if response.status_code != 200:
            raise RuntimeError(f"{page} answered {response.status_code}")
        return {"sql": int(response.headers[HEADER]), "bytes": len(response.content)}
