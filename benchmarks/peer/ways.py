"""The peer's search, by the backend of its database and by Elasticsearch where `PEER_ELASTICSEARCH` is set."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Callable

from django.core.management import call_command
from django.db import connection

from ..catalogue import make_catalogue
from .filling import fill
from .models import Entry
from .patience import GaveUp, patience
from .searching import search

PATIENCE_SECONDS = 30.0


class Peer:
    """The plain Wagtail site."""

    def __init__(self) -> None:
        name = "postgresql" if connection.vendor == "postgresql" else "sqlite"
        self.backends = {f"wagtail-{name}": "default"}
        if os.environ.get("PEER_ELASTICSEARCH"):
            self.backends["wagtail-elasticsearch"] = "elasticsearch"

    def ways(self) -> dict[str, Callable[[str], int | None]]:
        return {way: lambda text, backend=backend: _total(text, backend) for way, backend in self.backends.items()}

    def fill(self, size: int) -> int:
        return fill(make_catalogue(size))

    def rebuild(self, way: str) -> int:
        call_command("update_index", backend_name=self.backends[way], verbosity=0)
        return Entry.objects.count()

    def findable(self, way: str) -> None:
        word = f"zz{uuid.uuid4().hex}"
        entry = Entry.objects.order_by("pk")[0]
        entry.title = f"Gåtur {word}"
        entry.save()
        give_up = time.monotonic() + PATIENCE_SECONDS
        while not _total(word, self.backends[way]):
            if time.monotonic() > give_up:
                raise TimeoutError(f"{way} did not find what was saved")
            time.sleep(0.001)


def _total(text: str, backend: str) -> int | None:
    try:
        with patience():
            return search(text, backend).total
    except GaveUp:
        return None


site = Peer
