"""Turning what the disk, the index files and Tantivy raise into `EngineUnavailable`."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from ..base import EngineUnavailable, IndexMissing

logger = logging.getLogger(__name__)


@contextmanager
def unavailable_when_failing(what: str) -> Iterator[None]:
    """Raises `EngineUnavailable`, with a line in the log, for what goes wrong outside the program.

    Put only calls of the operating system and of Tantivy inside: Tantivy's own errors are plain `ValueError`s.
    """
    try:
        yield
    except EngineUnavailable:
        raise
    except BaseException as error:
        if not isinstance(error, OSError | ValueError) and not is_panic(error):
            raise
        logger.error("The embedded search index could not be used to %s: %s", what, error)
        raise EngineUnavailable(f"{what}: {error}") from error


@contextmanager
def missing_when_failing(what: str) -> Iterator[None]:
    """Raises `IndexMissing` for files that cannot be opened as an index; whoever rebuilds it logs why."""
    try:
        yield
    except BaseException as error:
        if not isinstance(error, OSError | ValueError) and not is_panic(error):
            raise
        raise IndexMissing(f"{what}: {error}") from error


def is_panic(error: BaseException) -> bool:
    """Whether Tantivy has given up; its panics are no `Exception`s, and their class cannot be imported."""
    return type(error).__name__ == "PanicException"
