"""The catalogue in schema.org's words, for search engines and assistants: plain dicts, to be written as JSON-LD."""

from .documents import activity_document, area_document, organisation_document, venue_document

__all__ = ["activity_document", "area_document", "organisation_document", "venue_document"]
