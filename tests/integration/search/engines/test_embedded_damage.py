"""A damaged or missing index says so, is built anew once, and works."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from search.engines import EngineUnavailable, IndexMissing
from search.engines.embedded import EmbeddedEngine, reading
from search.plan import Plan

from .writer import named

DOCUMENTS = named("first", 40)


def generation(folder: Path) -> Path:
    return next(one for one in folder.iterdir() if one.is_dir())


def segment_file(folder: Path, kind: str) -> Path:
    return next(generation(folder).glob(f"*.{kind}"))


def put(path: Path, content: bytes) -> None:
    """Puts a file in the other's place; cutting one short that is still mapped would end the process (SIGBUS)."""
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(content)
    new.replace(path)


def truncate(path: Path) -> None:
    put(path, path.read_bytes()[: path.stat().st_size // 2])


def other_version(folder: Path) -> None:
    about = generation(folder) / "about.json"
    about.write_text(json.dumps({**json.loads(about.read_text()), "schema": "older"}))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "no folder": shutil.rmtree,
    "no pointer": lambda folder: (folder / "current").unlink(),
    "empty pointer": lambda folder: (folder / "current").write_bytes(b""),
    "pointer in another encoding": lambda folder: (folder / "current").write_bytes(b"\xff\xfe"),
    "pointer out of the folder": lambda folder: (folder / "current").write_text("../../etc"),
    "no generation": lambda folder: shutil.rmtree(generation(folder)),
    "no meta.json": lambda folder: (generation(folder) / "meta.json").unlink(),
    "broken meta.json": lambda folder: (generation(folder) / "meta.json").write_text("{"),
    "no about.json": lambda folder: (generation(folder) / "about.json").unlink(),
    "broken about.json": lambda folder: (generation(folder) / "about.json").write_text("[]"),
    "another version": other_version,
    **{
        f"no .{kind}": lambda folder, kind=kind: segment_file(folder, kind).unlink()
        for kind in ("idx", "fast", "store")
    },
    **{
        f"half .{kind}": lambda folder, kind=kind: truncate(segment_file(folder, kind))
        for kind in ("term", "fast", "idx")
    },
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_damaged_index_says_so_and_is_mended_once(
    engine: EmbeddedEngine, folder: Path, damage: Callable[[Path], object]
) -> None:
    engine.rebuild(DOCUMENTS)
    engine.close()
    damage(folder)
    with pytest.raises(IndexMissing):
        engine.search(Plan())
    with pytest.raises(IndexMissing):
        engine.update(DOCUMENTS)
    assert not engine.status().available
    asked = iter([DOCUMENTS])
    assert engine.mend(one for documents in asked for one in documents) == 40
    assert engine.search(Plan()).total == 40
    assert engine.mend(()) == 40


@pytest.mark.parametrize("kind", ["idx", "term", "fast", "store", "fieldnorm", "pos"])
def test_garbled_file_never_answers_with_another_error(engine: EmbeddedEngine, folder: Path, kind: str) -> None:
    engine.rebuild(DOCUMENTS)
    engine.close()
    path = segment_file(folder, kind)
    whole = bytearray(path.read_bytes())
    whole[: len(whole) // 2] = b"\xa5" * (len(whole) // 2)
    put(path, bytes(whole))
    try:
        engine.search(Plan())
    except EngineUnavailable:
        assert engine.rebuild(DOCUMENTS) == 40
    assert engine.search(Plan(limit=0, facets=())).total == 40


def test_index_that_opens_and_cannot_be_read_is_mended_unless_it_is_new(
    engine: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.rebuild(DOCUMENTS)

    def unreadable(*_args: object) -> None:
        raise ValueError("Data corrupted")

    with monkeypatch.context() as patch:
        patch.setattr("search.engines.embedded.engine.Answer", unreadable)
        with pytest.raises(EngineUnavailable):
            engine.search(Plan())
    assert engine.search(Plan()).total == 40
    monkeypatch.setattr(reading, "OLD_ENOUGH_TO_REBUILD", -reading.OLD_ENOUGH_TO_REBUILD)
    with monkeypatch.context() as patch:
        patch.setattr("search.engines.embedded.engine.Answer", unreadable)
        with pytest.raises(EngineUnavailable):
            engine.search(Plan())
    with pytest.raises(IndexMissing, match="damaged"):
        engine.search(Plan())
    assert engine.mend(DOCUMENTS) == 40
    assert engine.search(Plan()).total == 40


def test_index_removed_under_a_running_portal_says_so(engine: EmbeddedEngine, folder: Path) -> None:
    engine.rebuild(DOCUMENTS)
    assert engine.search(Plan()).total == 40
    shutil.rmtree(folder)
    with pytest.raises(IndexMissing):
        engine.search(Plan())


def test_mending_is_left_to_the_process_that_does_it(engine: EmbeddedEngine) -> None:
    with engine.folder.rebuilding(), pytest.raises(EngineUnavailable):
        engine.mend(DOCUMENTS)
    assert engine.mend(DOCUMENTS) == 40
