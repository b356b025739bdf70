"""What is not shown any more, for somebody who has its address."""

from __future__ import annotations

from django.db.models import Case, Q, When

from ..models import Activity, FormerSlug


def withdrawn(slug: str) -> Activity | None:
    """An activity that visitors once saw under this address, or a later one, and that has been taken down since.

    Something that never was public is nothing here. Four queries at most, one where there is nothing
    (tests/integration/catalogue/test_addresses.py).
    """
    return (
        Activity.objects.filter(Q(slug=slug) | Q(pk__in=FormerSlug.owners(Activity, slug)))
        .filter(live=False, first_published_at__isnull=False)
        .order_by(Case(When(slug=slug, then=0), default=1))
        .with_terms()
        .prefetch_related("areas")
        .first()
    )
