"""The style sheet of a site's own colours."""

from __future__ import annotations

import hashlib

from django.urls import reverse

from .colours import ACCENT, PRIMARY, dark_shades, light_shades


def stylesheet(primary: str, accent: str) -> str:
    """Custom properties that stand in for those of frontend/scss/_themes.scss; "" for the portal's own colours."""
    if (primary, accent) == (PRIMARY, ACCENT):
        return ""
    light, dark = light_shades(primary, accent), dark_shades(primary, accent)
    return (
        f":root{{{light.properties()}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{dark.properties()}}}}}"
        "@media print{:root{--honey:#fff;--honey-ink:#000}}\n"
    )


def version(css: str) -> str:
    """What tells one style sheet from another."""
    return hashlib.blake2b(css.encode(), digest_size=8).hexdigest()


def address(css: str) -> str:
    """Where the style sheet is, for good: another one has another address."""
    return f"{reverse('theme')}?v={version(css)}"
