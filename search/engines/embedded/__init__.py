"""The embedded engine: Tantivy in the portal's own process, its index in a folder, no server."""

from .engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
