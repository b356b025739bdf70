"""What the search keeps in the database: editors' words, the words that the catalogue uses, what is not indexed yet."""

from .asked_search import AskedInWeek, AskedSearch, AskedStatus
from .concept import Concept
from .index_change import IndexChange, IndexState
from .known_word import KnownWord
from .synonym import Synonym

__all__ = ["AskedInWeek", "AskedSearch", "AskedStatus", "Concept", "IndexChange", "IndexState", "KnownWord", "Synonym"]
