"""How much a text message holds (3GPP TS 23.038), and making words fit into it."""

from __future__ import annotations

from collections.abc import Sequence

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("^{}\\[~]|€\f")
# Characters that would cost half the room, and what says the same without.
PLAINER = str.maketrans(
    {"»": '"', "«": '"', "”": '"', "“": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "…": "...", "•": "-"}
    | dict.fromkeys("\u00a0\u202f\u2009\t", " ")
    | {"\u00ad": None, "\u200b": None}
)
MOST_SEGMENTS = 2
SHORTEST_TITLE = 10


def segments(text: str) -> int:
    """How many messages the text is sent as."""
    if all(char in BASIC or char in EXTENSION for char in text):
        return _packed([2 if char in EXTENSION else 1 for char in text], alone=160, part=153)
    return _packed([2 if ord(char) > 0xFFFF else 1 for char in text], alone=70, part=67)


def _packed(sizes: Sequence[int], *, alone: int, part: int) -> int:
    if sum(sizes) <= alone:
        return 1
    used, room = 1, part
    for size in sizes:
        if size > room:
            used, room = used + 1, part
        room -= size
    return used


def fitted(title: str, pieces: Sequence[str], link: str) -> str:
    """Title, pieces and link on lines of their own, in at most two messages.

    `pieces` stand in order of importance; the last are left out where there is no room, and the title is cut at last.
    """
    title, *pieces = (" ".join(text.translate(PLAINER).split()) for text in (title, *pieces))
    kept = [piece for piece in pieces if piece]
    while segments("\n".join([title, *kept, link])) > MOST_SEGMENTS and kept:
        kept.pop()
    while segments("\n".join([title, *kept, link])) > MOST_SEGMENTS and len(title) > SHORTEST_TITLE:
        title = title[: -len("...") - 1].rstrip() + "..."
    return "\n".join([title, *kept, link])
