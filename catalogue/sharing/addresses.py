"""Addresses as they stand outside the portal: in calendars, messages and on paper."""

from __future__ import annotations

from django.conf import settings


def absolute(path: str) -> str:
    """The whole address of a path of the portal."""
    return f"{settings.BASE_URL.rstrip('/')}{path}"


def readable(address: str) -> str:
    """An address as people read it aloud and type it: without https:// in front and slash at the end."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")
