"""The proposals as cards: why, what to ask first, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from catalogue.presenters.card import Card, card_of
from catalogue.sharing.codes import code_of

from ..finder.propose import Proposal

MOST_REASONS = 4


@dataclass(frozen=True, slots=True)
class Offer:
    """One proposal: its card, with the reasons on it, its title and short code, and what must be asked."""

    card: Card
    title: str
    code: str
    ask: tuple[str, ...]


def offers_of(proposals: Sequence[Proposal], now: datetime) -> list[Offer]:
    """The proposals in their order."""
    return [
        Offer(
            card_of(one.activity, now, distance_km=one.km, reasons=one.reasons[:MOST_REASONS]),
            one.activity.title,
            code_of(one.activity.uuid),
            one.ask,
        )
        for one in proposals
    ]
