"""The date and time in the address of a single date."""

from __future__ import annotations

from datetime import datetime

from django.urls import register_converter

FORMAT = "%Y-%m-%dT%H%M"


class StampConverter:
    """A naive local time such as 2026-11-24T1400; what is no time is not found."""

    # Nobody plans outside these centuries (catalogue.recurrence.occurrences).
    regex = r"(?:19|20|21|22)\d{2}-\d{2}-\d{2}T\d{4}"

    def to_python(self, value: str) -> datetime:
        return datetime.strptime(value, FORMAT)

    def to_url(self, value: datetime | str) -> str:
        return value if isinstance(value, str) else value.strftime(FORMAT)


register_converter(StampConverter, "stamp")
