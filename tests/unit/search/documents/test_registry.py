from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from django.core.exceptions import ImproperlyConfigured

from catalogue.models import Activity
from search.documents import registry
from search.documents.activities import ACTIVITIES


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_kinds", {"activity": ACTIVITIES})


def test_activities_are_registered() -> None:
    assert registry.kind_of("activity") == ACTIVITIES


def test_kind_that_registers_is_found_by_name() -> None:
    guides = replace(ACTIVITIES, name="guide")
    registry.register(guides)
    assert registry.kind_of("guide") == guides
    assert [kind.name for kind in registry.kinds()] == ["activity", "guide"]
    assert registry.kind_of("nothing") is None


def test_kind_may_register_twice() -> None:
    registry.register(ACTIVITIES)
    assert [kind.name for kind in registry.kinds()] == ["activity"]


@pytest.mark.parametrize("name", ["", "Guide", "guide-page", "vejledning1", "forløb", "activist"])
def test_name_that_engines_cannot_use_is_refused(name: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        registry.register(replace(ACTIVITIES, name=name))


def test_kind_without_a_uuid_is_told_apart_by_its_number() -> None:
    by_number = replace(ACTIVITIES, name="guide", by_number=True)
    assert by_number.document_id(by_number.identity(Activity(pk=258))) == f"guide:{UUID(int=258)}"


def test_kinds_to_read_are_those_that_can_tell_what_they_are_called() -> None:
    registry.register(replace(ACTIVITIES, name="guide", readings=lambda identities: {}))
    assert [kind.name for kind in registry.kinds_to_read()] == ["guide"]
