"""Noting which outgoing addresses there are, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from ...models import LinkUse, OutgoingLink
from ..found import all_uses

BATCH = 500


@dataclass(frozen=True, slots=True)
class Collected:
    """How many addresses there are, how many of them are new, and how many are gone."""

    links: int
    new: int
    gone: int


@transaction.atomic
def collect_links(*, by: None = None) -> Collected:
    """Bring the rows in step with what visitors can see now; `by` is always None: a timer does it."""
    wanted: set[tuple[str, int, int, str]] = set()
    for url, use in all_uses():
        content_type = ContentType.objects.get_for_model(use.model, for_concrete_model=False)
        wanted.add((url, content_type.pk, use.pk, use.field))
    urls = {row[0] for row in wanted}
    known = dict(OutgoingLink.objects.values_list("url", "pk"))
    gone, _by_model = _delete(OutgoingLink, [pk for url, pk in known.items() if url not in urls])
    new = [OutgoingLink(url=url, host=urlsplit(url).hostname or "") for url in sorted(urls - known.keys())]
    OutgoingLink.objects.bulk_create(new, batch_size=BATCH)
    keys = dict(OutgoingLink.objects.values_list("url", "pk"))
    uses = {(keys[url], *rest) for url, *rest in wanted}
    there = {(use.link_id, use.content_type_id, use.object_id, use.field): use.pk for use in LinkUse.objects.iterator()}
    _delete(LinkUse, [pk for use, pk in there.items() if use not in uses])
    LinkUse.objects.bulk_create(
        [
            LinkUse(link_id=link, content_type_id=content_type, object_id=pk, field=field)
            for link, content_type, pk, field in sorted(uses - there.keys())
        ],
        batch_size=BATCH,
    )
    return Collected(len(urls), len(new), gone)


def _delete(model: type[OutgoingLink] | type[LinkUse], keys: list[int]) -> tuple[int, dict[str, int]]:
    deleted = 0
    for start in range(0, len(keys), BATCH):
        rows = model._default_manager.filter(pk__in=keys[start : start + BATCH])
        deleted += rows.count()
        rows.delete()
    return deleted, {}
