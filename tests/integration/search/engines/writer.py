"""A process of its own that writes to an embedded index: `python -m … ACT FOLDER PREFIX COUNT`."""

from __future__ import annotations

import resource
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import django

# Its own process: the documents below are made of choices that the models hold.
django.setup()

from search.documents import IndexDocument  # noqa: E402
from search.engines import EngineUnavailable  # noqa: E402
from search.engines.embedded import EmbeddedEngine  # noqa: E402
from search.schema import TextField  # noqa: E402
from tests.contracts.search.documents import document, ident  # noqa: E402

KILLED = 9


def named(prefix: str, count: int) -> list[IndexDocument]:
    """Documents by name, their body the prefix."""
    return [document(f"{prefix}{number}", text={TextField.BODY: prefix}) for number in range(count)]


def database(folder: Path) -> Path:
    """A folder with a file for each document there should be: what a rebuild reads."""
    there = folder.parent / "database"
    there.mkdir(exist_ok=True)
    return there


def write(engine: EmbeddedEngine, prefix: str, count: int) -> None:
    """Writes them one by one, then removes the first."""
    there = database(engine.folder.root)
    for number, one in enumerate(named(prefix, count)):
        (there / f"{prefix}-{number}").touch()
        engine.update([one])
    (there / f"{prefix}-0").unlink()
    engine.update([], delete=[ident(f"{prefix}0")])


def rebuild(engine: EmbeddedEngine, prefix: str, count: int) -> None:
    """Rebuilds the index three times, with these and what the database holds."""

    def documents() -> Iterator[IndexDocument]:
        for path in database(engine.folder.root).iterdir():
            other, _, number = path.name.partition("-")
            yield named(other, int(number) + 1)[-1]
        yield from named(prefix, count)

    for _ in range(3):
        engine.rebuild(documents())


def die(engine: EmbeddedEngine, prefix: str, count: int) -> None:
    """Is killed in the middle of a rebuild."""

    def deadly() -> Iterator[IndexDocument]:
        yield from named(prefix, count)
        signal.raise_signal(KILLED)

    engine.rebuild(deadly())


def fill_the_disk(engine: EmbeddedEngine, prefix: str, count: int) -> None:
    """Writes more than fits, and says what the engine said."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    for act in (engine.update, engine.rebuild):
        try:
            act(named(prefix, count))
        except EngineUnavailable as error:
            sys.stdout.write(f"unavailable: {error}\n")


if __name__ == "__main__":
    act, folder, prefix, count = sys.argv[1:]
    acts = {"write": write, "rebuild": rebuild, "die": die, "fill": fill_the_disk}
    acts[act](EmbeddedEngine(f"tantivy://{Path(folder)}"), prefix, int(count))
