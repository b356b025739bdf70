"""What the first question of a process would wait for, done before it comes: word lists, places, the index."""

from __future__ import annotations

import gc
import logging

from django.db import DatabaseError

from search.query import SearchQuery
from search.service import search
from search.suggesting.suggest import suggest
from search.understanding.store import get_knowledge

logger = logging.getLogger(__name__)

# A beginning, and a slip of the keyboard: the second reads every form by its letters, length and sound.
TYPED = ("ga", "gturr")
ASKED = "en der vil gå en tur i naboens by"


def warm() -> None:
    """Reads what is known, opens the index and asks it once. Without a database it says so, and changes nothing."""
    try:
        knowledge = get_knowledge()
        for kind in ("forms", "by_keyboard", "by_sound", "by_length"):
            getattr(knowledge.lexicon, kind)
        for typed in TYPED:
            suggest(typed)
        search(SearchQuery(text=ASKED))
    except DatabaseError as error:
        logger.warning("The search could not be warmed up; the first question will wait: %s", error)


def keep_from_the_collector() -> None:
    """Puts all that is in memory aside for good: else the collector walks through every word again and again.

    Its pauses were what the slowest answers waited for. Call it once in a process, when all is read.
    """
    gc.collect()
    gc.freeze()
