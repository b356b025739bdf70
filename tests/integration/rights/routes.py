"""Every route of the URLconf, and addresses that lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

# A part in angle brackets, or a group of a regular expression.
NAMED = re.compile(r"<(?:\w+:)?(?P<angled>\w+)>|\(\?P<(?P<grouped>\w+)>[^()]*\)")
# Addresses for the few routes that are written as plain regular expressions.
SPELT_OUT = {
    "admin/^.*/$": "admin/findes-ikke/",
    r"dokumenter/^(\d+)/(.*)$": "dokumenter/{document}/fil.txt",
    r"^((?:[\w\-]+/)*)$": "om/",
}


@dataclass(frozen=True, slots=True)
class Route:
    """A route as it is written, and the namespace it belongs to."""

    namespace: str
    name: str
    written: str

    @property
    def table(self) -> str:
        """The name of the file with its rows."""
        if self.namespace:
            return self.namespace.replace(":", "-")
        return "admin" if self.written.startswith("admin/") else "public"

    @property
    def parts(self) -> list[str]:
        """The names of what varies in it."""
        return [match["angled"] or match["grouped"] for match in NAMED.finditer(self.written)]

    def address(self, values: dict[str, object]) -> str:
        """The path that these values make; raises `LookupError` for a part that has none."""
        missing = [part for part in self.parts if part not in values]
        if missing:
            raise LookupError(f"Say in tests/integration/rights/world.py what stands for {missing} in {self.written}")
        spelt = SPELT_OUT.get(self.written)
        if spelt:
            return "/" + spelt.format(**values)
        filled = NAMED.sub(lambda match: str(values[match["angled"] or match["grouped"]]), self.written)
        return "/" + re.sub(r"\\Z|[$^]", "", filled).replace("\\.", ".")


def all_routes() -> list[Route]:
    """All of them, in the order of the URLconf."""
    return list(_below(get_resolver(), (), ""))


def _below(resolver: URLResolver, spaces: tuple[str, ...], before: str) -> Iterator[Route]:
    for pattern in resolver.url_patterns:
        written = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLPattern):
            yield Route(":".join(spaces), str(pattern.name or ""), written)
        else:
            yield from _below(pattern, (*spaces, pattern.namespace) if pattern.namespace else spaces, written)
