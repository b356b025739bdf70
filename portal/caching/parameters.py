"""The names that addresses of the portal hold after the question mark; a page asked for with others is not kept."""

from __future__ import annotations

from search.query import PARAMETERS

# Not among them is what somebody's own list or answers are kept under: those pages are made for one person each.
# Lists turn their pages by `side`; a style sheet and a feed may carry their version as `v`; suggestions are narrowed
# to one sort by `kun`.
OTHERS = frozenset({"side", "v", "p", "kun"})
KNOWN = frozenset(PARAMETERS) | OTHERS
TRACKERS = frozenset({"fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "_hsenc", "_hsmi"})


def is_known(name: str) -> bool:
    """Whether the portal's own addresses use the name."""
    return name in KNOWN


def is_tracker(name: str) -> bool:
    """Whether the name was added to the address by somebody who wants to follow people."""
    return name in TRACKERS or name.startswith("utm_")
