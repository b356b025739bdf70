"""The claims that wait, on the editors' first page."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import ngettext

from ..desk.needs import Need, bounded, register
from .choices import ClaimStatus
from .queries import waiting_claims_for


def _words(n: int) -> str:
    return ngettext("forening vil have adgang til sin egen side", "foreninger vil have adgang til deres egne sider", n)


def tell() -> None:
    """Registers it."""
    register(
        Need(
            key="krav",
            label=_words,
            count=lambda user: bounded(waiting_claims_for(user)),
            url=lambda user: f"{reverse('krav:index')}?status={ClaimStatus.NEW.value}",
            concerns=lambda user: user.has_perm("editorial.change_claim"),
            icon="group",
            order=24,
        )
    )
