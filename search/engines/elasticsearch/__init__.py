"""Elasticsearch, for a portal that outgrows one machine: any 8.15 or newer, without plugins or scripts.

- `address`: what `SEARCH_URL` says · `client`: the connection, and what counts as unavailable
- `mapping`: the index · `conditions`, `request`: a plan as one search request · `answer`: its response
- `bulk`, `generations`: writing, and rebuilding behind an alias · `engine`: all of it as an `Engine`
"""

from .engine import ElasticsearchEngine

__all__ = ["ElasticsearchEngine"]
