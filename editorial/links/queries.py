"""Which broken links somebody is to mend."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.permissions import works_everywhere
from catalogue.models import Activity, Organisation, Venue
from catalogue.policies import ACTIVITIES, ORGANISATIONS, VENUES

from ..models import LinkUse, OutgoingLink


def links_for(user: Any) -> QuerySet[OutgoingLink]:
    """All links for those who work everywhere; else those in entries that the user may publish."""
    if works_everywhere(user):
        return OutgoingLink.objects.all()
    if not user.has_perm("editorial.view_outgoinglink"):
        return OutgoingLink.objects.none()
    theirs = Q(pk__in=[])
    for model, policy in ((Activity, ACTIVITIES), (Organisation, ORGANISATIONS), (Venue, VENUES)):
        own = policy.instances_user_has_permission_for(user, "publish").order_by().values("pk")
        theirs |= Q(content_type=ContentType.objects.get_for_model(model), object_id__in=own)
    return OutgoingLink.objects.filter(Exists(LinkUse.objects.filter(theirs, link=OuterRef("pk"))))


def broken_links_for(user: Any) -> QuerySet[OutgoingLink]:
    """The broken ones of `links_for` that nobody has said are right.

    Shown by tests/integration/editorial/links/test_report.py.
    """
    return links_for(user).filter(broken=True, accepted_at__isnull=True)


def to_mend_for(user: Any) -> QuerySet[OutgoingLink]:
    """What the report shows: the broken ones, and those that have moved for good."""
    moved = ~Q(moved_to="") & Q(failures=0)
    return links_for(user).filter(Q(broken=True) | moved)
