"""The table of steps as Markdown, for docs/referrals.md."""

from __future__ import annotations

from django.utils import translation

from .choices import Actor
from .table import STEPS

MARK = "x"


def printed_table() -> str:
    """A line for each step: from, to, and a mark under each actor who may take it; in Danish."""
    with translation.override("da"):
        heading = ["fra", "til", *(str(actor.label) for actor in Actor)]
        lines = [heading, ["---"] * len(heading)]
        for before, steps in STEPS.items():
            for after, allowed in steps.items():
                marks = [MARK if actor in allowed else "" for actor in Actor]
                lines.append([str(before.label), str(after.label), *marks])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
