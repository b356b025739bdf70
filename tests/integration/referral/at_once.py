"""Several at the same moment, each in a thread and a connection of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable

from django.db import connection

from referral.actions.changing import NotAllowed, Outdated


def at_once(*works: Callable[[], object]) -> list[object]:
    """What each of the works gave or raised, all begun together."""
    barrier, results = threading.Barrier(len(works)), [None] * len(works)

    def run(place, work):
        try:
            barrier.wait(timeout=10)
            results[place] = work()
        except (Outdated, NotAllowed, threading.BrokenBarrierError) as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results
