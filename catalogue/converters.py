"""Path converters for addresses."""

from __future__ import annotations

from django.urls import register_converter

from .choices import ActivityType


class PartConverter:
    """One of the catalogue's three parts, by the word in its address; any other word is not found."""

    regex = "|".join(member.path for member in ActivityType)

    def to_python(self, value: str) -> ActivityType:
        return ActivityType.from_path(value)

    def to_url(self, value: ActivityType | str) -> str:
        return value.path if isinstance(value, ActivityType) else value


register_converter(PartConverter, "part")
