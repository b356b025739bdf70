"""The broken links, on the editors' first page."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import ngettext

from ..desk.needs import Need, bounded, register
from .queries import broken_links_for


def _words(n: int) -> str:
    return ngettext("link virker ikke mere", "links virker ikke mere", n)


def tell() -> None:
    """Registers it."""
    register(
        Need(
            key="links",
            label=_words,
            count=lambda user: bounded(broken_links_for(user)),
            url=lambda user: f"{reverse('links:index')}?state=doed",
            concerns=lambda user: user.has_perm("editorial.change_outgoinglink"),
            icon="link",
            order=50,
        )
    )
