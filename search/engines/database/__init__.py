"""The fallback: answers from the database itself, plainly simpler, when no engine can.

- `view`: what one search needs of the database, each table read once · `tables`: how it is read
- `words`, `dates`: which entries say a word, and when they run · `evaluation`: a plan over sets of entries
"""

from .engine import DatabaseEngine

__all__ = ["DatabaseEngine"]
