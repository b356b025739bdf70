"""Who cannot be deleted yet: another must take over what they answer for first."""

from __future__ import annotations

from typing import Any

from django.db import router
from django.db.models.deletion import Collector, ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from ..models import User


def is_needed(user: User) -> bool:
    """Whether something that stands in the database may not be left without the user."""
    try:
        Collector(using=router.db_for_write(User)).collect([user])
    except ProtectedError:
        return True
    return False


def words_for(names: str) -> str:
    """What an administrator is told."""
    return _(
        "%(name)s har ansvar for noget, som en anden skal tage over først, for eksempel åbne henvisninger. "
        "Indtil da kan du fjerne hakket ved »Aktiv«."
    ) % {"name": names}


def keep_who_is_needed(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> HttpResponse | None:
    """Before several are deleted at once: nobody is, while one of them is needed."""
    if action_type != "delete" or action.model is not User:
        return None
    needed = [str(one) for one in objects if is_needed(one)]
    if not needed:
        return None
    messages.error(request, words_for(", ".join(needed)))
    return redirect("wagtailusers_users:index")
