"""Answers are kept as long as the version stays, and no longer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from catalogue import kept as room
from catalogue.kept import kept


class Source:
    """A version that a test sets, and the answers that were made."""

    version: str | None = "first"

    def __init__(self) -> None:
        self.made: list[object] = []
        self.answer = kept(self._answer)

    def _answer(self, asked: object) -> list[object]:
        self.made.append(asked)
        return [asked]


@pytest.fixture
def source(monkeypatch) -> Iterator[Source]:
    source = Source()
    monkeypatch.setattr(room, "_version", lambda: source.version)
    yield source
    room._rooms.pop()


def test_answer_is_made_once_for_each_question(source):
    assert source.answer("a") is source.answer("a")
    assert source.answer("b") == ["b"]
    assert source.made == ["a", "b"]


def test_new_version_makes_answers_anew(source):
    source.answer("a")
    source.version = "second"
    source.answer("a")
    assert source.made == ["a", "a"]


def test_nothing_is_kept_while_changes_are_not_committed(source):
    source.answer("a")
    source.version = None
    source.answer("a")
    source.answer("a")
    assert len(source.made) == 3


def test_answers_grow_old(source, monkeypatch):
    source.answer("a")
    later = room.time.monotonic() + room.SECONDS + 1
    monkeypatch.setattr(room.time, "monotonic", lambda: later)
    source.answer("a")
    assert len(source.made) == 2


def test_made_up_questions_do_not_fill_the_memory(source, monkeypatch):
    monkeypatch.setattr(room, "MOST", 2)
    for asked in ("a", "b", "c", "c"):
        assert source.answer(asked) == [asked]
    assert source.made == ["a", "b", "c", "c"]


def test_everything_can_be_forgotten(source):
    source.answer("a")
    room.forget()
    source.answer("a")
    assert len(source.made) == 2
