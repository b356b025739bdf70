"""Indexing together gives what indexing one by one gives."""

import pytest
from wagtail.search.models import IndexEntry

from home.demo.indexing import indexed_together
from tests.factories.catalogue import ActivityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _editors_lists_are_indexed(settings):
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database", "AUTO_UPDATE": True}}


def indexed() -> list[tuple[str, str]]:
    return sorted(IndexEntry.objects.filter(content_type__model="activity").values_list("object_id", "title"))


def test_what_is_saved_meanwhile_is_indexed_at_the_end():
    with indexed_together():
        activity = ActivityFactory(title="Gåtur")
        assert indexed() == []
    assert [key for key, _title in indexed()] == [str(activity.pk)]
    together = indexed()
    activity.save()
    assert indexed() == together


def test_afterwards_each_is_followed_again_also_when_it_went_wrong():
    with pytest.raises(ValueError, match="gik galt"), indexed_together():
        raise ValueError("det gik galt")
    ActivityFactory(title="Kor")
    assert len(indexed()) == 1
