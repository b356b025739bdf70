"""What people type, letter by letter, and how long the suggestions for it take."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from .measures import summary
from .pages import get, wait_for_worker

WORDS = ("gåtur", "strikkecafé", "kor", "fællesspisning", "motion", "foredrag", "bingo", "yoga", "brætspil", "kaffe")
MISSPELT = ("gatur", "strikkekafe", "kåor", "felesspisning", "mtion", "fordrag", "binog", "yga", "bretspil", "kafe")
SHORTEST = 2
ADDRESSES = {"ours": "/indsatskatalog/forslag/?q=", "peer": "/suggest/?q="}


def prefixes() -> list[str]:
    """The words as they come into being."""
    return [word[:length] for word in WORDS for length in range(SHORTEST, len(word) + 1)]


def measured(our_port: int, peer_port: int, *, rounds: int) -> dict[str, Any]:
    """Figures by site and by what was typed. No suggestion is asked for untimed, as a visitor's is not either."""
    ports = {"ours": our_port, "peer": peer_port}
    times: dict[str, dict[str, list[float]]] = {
        site: {"first": [], "prefixes": [], "misspellings": []} for site in ports
    }
    queries = {site: dict.fromkeys(times[site], 0) for site in ports}

    def ask(kind: str, typed: str) -> None:
        for site, port in ports.items():
            took, counted, _size = get(port, ADDRESSES[site] + quote(typed))
            times[site][kind].append(took)
            queries[site][kind] = max(queries[site][kind], counted)

    for port in ports.values():
        wait_for_worker(port)
    ask("first", WORDS[0])
    for _round in range(rounds):
        for typed in prefixes():
            ask("prefixes", typed)
        for typed in MISSPELT:
            ask("misspellings", typed)
    return {
        site: {kind: {**summary(taken), "sql": queries[site][kind]} for kind, taken in kinds.items()}
        for site, kinds in times.items()
    }
