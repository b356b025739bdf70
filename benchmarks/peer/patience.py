"""Giving up a question that the database does not answer in reasonable time, so that a run ends."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection

SECONDS = 30.0
# Says in a page's answer that it was given up.
HEADER = "X-Gave-Up"
# SQLite asks between so many of its instructions, about a thousand times a second.
INSTRUCTIONS = 100_000


class GaveUp(Exception):
    """The database had not answered after `SECONDS`; the time it took is a lower bound."""


@contextmanager
def patience() -> Iterator[None]:
    """Raises `GaveUp` when the SQL inside takes longer; Elasticsearch's own time is not bounded."""
    give_up = time.monotonic() + SECONDS
    connection.ensure_connection()
    sqlite = connection.vendor == "sqlite"
    if sqlite:
        connection.connection.set_progress_handler(lambda: time.monotonic() > give_up, INSTRUCTIONS)
    else:
        _set_timeout(int(SECONDS * 1000))
    try:
        yield
    except OperationalError as error:
        if time.monotonic() < give_up - 1:
            raise
        raise GaveUp from error
    finally:
        if sqlite:
            connection.connection.set_progress_handler(None, 0)
        else:
            _set_timeout(0)


def _set_timeout(milliseconds: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = %s", [milliseconds])
