"""Several processes and one index."""

from __future__ import annotations

import os
from pathlib import Path

from search.engines.embedded import EmbeddedEngine
from search.plan import Plan

from .conftest import Start
from .writer import named


def test_writes_of_two_processes_are_all_there(engine: EmbeddedEngine, start: Start) -> None:
    engine.rebuild(named("first", 3))
    writers = [start("write", prefix, 15) for prefix in ("kaffe", "musik")]
    for writer in writers:
        _out, errors = writer.communicate(timeout=120)
        assert writer.returncode == 0, errors
    written = [*named("first", 3), *named("kaffe", 15)[1:], *named("musik", 15)[1:]]
    assert engine.fingerprints() == {one.id: one.fingerprint for one in written}
    assert engine.search(Plan()).total == 31


def test_writes_while_another_process_rebuilds_are_all_there(engine: EmbeddedEngine, start: Start) -> None:
    engine.rebuild(named("first", 3))
    rebuilder = start("rebuild", "garn", 1500)
    writers = [start("write", prefix, 15) for prefix in ("kaffe", "musik")]
    seen = set()
    while rebuilder.poll() is None:
        seen.add(engine.search(Plan(limit=0)).total > 0)
    for process in (rebuilder, *writers):
        _out, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    assert seen == {True}
    there = [*named("garn", 1500), *named("kaffe", 15)[1:], *named("musik", 15)[1:]]
    assert engine.fingerprints() == {one.id: one.fingerprint for one in there}


def test_rebuild_that_is_killed_harms_nothing(engine: EmbeddedEngine, start: Start, folder: Path) -> None:
    engine.rebuild(named("first", 3))
    killed = start("die", "garn", 50)
    killed.communicate(timeout=120)
    assert killed.returncode < 0
    assert len([one for one in folder.iterdir() if one.is_dir()]) == 2
    engine.update(named("kaffe", 1))
    assert engine.search(Plan(limit=0)).total == 4
    engine.rebuild(named("musik", 2))
    assert engine.search(Plan(limit=0)).total == 2
    assert [one.name for one in folder.iterdir() if one.is_dir()] == [engine.status().generation]
    assert not (folder / "meanwhile.jsonl").exists()


def test_disk_that_is_full_is_an_engine_that_is_unavailable(engine: EmbeddedEngine, start: Start, folder: Path) -> None:
    engine.rebuild(named("first", 3))
    filler = start("fill", "garn", 200)
    said, errors = filler.communicate(timeout=120)
    assert filler.returncode == 0, errors
    assert said.count("unavailable: ") == 2
    assert engine.search(Plan(limit=0)).total == 3
    engine.update(named("kaffe", 1))
    assert engine.search(Plan(limit=0)).total == 4
    assert len([one for one in folder.iterdir() if one.is_dir()]) == 1


def test_files_can_be_read_by_other_users_of_the_machine(engine: EmbeddedEngine, folder: Path) -> None:
    umask = os.umask(0o022)
    try:
        engine.rebuild(named("first", 1))
    finally:
        os.umask(umask)
    assert (folder / "current").stat().st_mode & 0o044 == 0o044
