"""Which entries of the history somebody may read."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import ModelLogEntry
from wagtail.permissions import policy_registry

from ..permissions import works_everywhere

_KEPT = "_history_theirs"
ANY = ("add", "change", "delete", "view")


def visible_to(user: Any, log: type[Model]) -> QuerySet:
    """The entries of one log about what the user may change; for those who work everywhere also what is gone since.

    Shown by tests/integration/accounts/test_history.py.
    """
    everywhere = works_everywhere(user)
    if log is not ModelLogEntry:
        return log.objects.viewable_by_user(user) if everywhere else log.objects.none()
    if user.is_superuser:
        return log.objects.all()
    theirs = getattr(user, _KEPT, None)
    if theirs is None:
        theirs = _about_what_is_theirs(user, log, everywhere)
        setattr(user, _KEPT, theirs)
    return log.objects.filter(theirs)


def _about_what_is_theirs(user: Any, log: type[Model], everywhere: bool) -> Q:
    theirs = Q(pk__in=[])
    for content_type in ContentType.objects.filter(pk__in=log.objects.all().get_content_type_ids()):
        model = content_type.model_class()
        policy = model and policy_registry.get_by_type(model, fallback=everywhere)
        if policy and everywhere and policy.user_has_any_permission(user, ANY):
            theirs |= Q(content_type=content_type)
        elif policy and policy.user_has_permission(user, "change"):
            own = policy.instances_user_has_permission_for(user, "change").order_by()
            keys = own.values_list(Cast("pk", CharField()), flat=True)
            theirs |= Q(content_type=content_type, object_id__in=keys)
    return theirs
