"""Who follows the catalogue hears of entries that are made many at once."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.db.models.signals import post_save
from modelsearch.backends import get_search_backend
from wagtail.models import ReferenceIndex
from wagtail.signals import published

from catalogue.actions.import_catalogue import import_catalogue
from catalogue.models import Activity, Organisation, Venue
from catalogue.written import entries_written
from tests.factories.exchange_files import small_catalogue, write_file

pytestmark = pytest.mark.django_db


def run(tmp_path, content):
    return import_catalogue(paths=[write_file(tmp_path, content)], by=None)


def test_indexes_hear_of_every_imported_entry_when_all_of_it_is_saved(tmp_path, django_capture_on_commit_callbacks):
    heard: list[tuple[str, int]] = []

    def hear(sender, entries, **kwargs):
        for entry in entries:
            rows = Activity.objects.filter(pk=entry.pk).values_list("schedules__pk", "interests__pk", "areas__pk")
            heard.append((entry.slug, len(rows)))

    entries_written.connect(hear)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            run(tmp_path, small_catalogue())
    finally:
        entries_written.disconnect(hear)
    # One schedule × two interests × two areas.
    assert heard == [("vennerne", 0), ("huset", 0), ("kaffe", 4)]
    kaffe = Activity.objects.get()
    assert ReferenceIndex.get_references_for_object(kaffe).exists()
    assert ReferenceIndex.get_references_to(kaffe.organisation).exists()


def test_what_uses_what_is_known_as_wagtail_would_know_it(tmp_path):
    run(tmp_path, small_catalogue())
    names = ("content_type", "base_content_type", "to_content_type", "to_object_id", "model_path", "content_path_hash")
    kaffe = Activity.objects.get()
    together = sorted(ReferenceIndex.get_references_for_object(kaffe).values_list(*names))
    ReferenceIndex.remove_for_object(kaffe)
    with transaction.atomic():
        ReferenceIndex.create_or_update_for_object(Activity.objects.get())
    assert together == sorted(ReferenceIndex.get_references_for_object(kaffe).values_list(*names)) != []


def test_entries_made_at_once_are_found_in_the_editors_lists(tmp_path, settings):
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database", "AUTO_UPDATE": True}}
    run(tmp_path, small_catalogue())
    title = Activity.objects.get().title
    assert [found.slug for found in get_search_backend().search(title, Activity)] == ["kaffe"]


def test_whoever_follows_the_saving_of_entries_follows_the_making_of_many():
    def listeners(signal, model):
        return {f"{one.__module__}.{one.__qualname__}" for one in signal._live_receivers(model)[0]}

    known = {
        # Done by catalogue.written itself.
        "wagtail.signal_handlers.update_reference_index_on_save",
        "modelsearch.signal_handlers.post_save_signal_handler",
        # Have a listener of their own for entries_written.
        "editorial.suggestions.signals.tell",
        "search.indexing.signals._activity_saved",
        "search.understanding.signals._entry_saved",
        "search.understanding.signals._source_changed",
        "portal.caching.following._saved",
        # A new organisation or place shows in no activity yet.
        "search.indexing.signals._mark_when_changed.<locals>.mark_when_changed",
    }
    for model in (Activity, Organisation, Venue):
        assert listeners(post_save, model) | listeners(published, model) <= known
