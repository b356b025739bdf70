"""The servers of a run: PostgreSQL and Elasticsearch where they are installed, each empty and gone afterwards."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.services import elasticsearch, postgresql
from tests.services.process import Running, ServiceError, end


@dataclass(frozen=True, slots=True)
class Servers:
    """Those that run; None for one that is not installed."""

    postgresql: Running | None
    elasticsearch: Running | None

    @property
    def elasticsearch_host(self) -> str:
        """Host and port."""
        return self.elasticsearch.url.removeprefix("http://") if self.elasticsearch else ""

    def forget_answers(self) -> None:
        """Keeps Elasticsearch from answering repeated questions from its request cache, ours and the peer's."""
        self._elasticsearch("PUT", "/_all/_settings", {"index.requests.cache.enable": False})

    def drop_indexes(self) -> None:
        """Removes every index."""
        if self.elasticsearch:
            with urllib.request.urlopen(f"{self.elasticsearch.url}/_cat/indices?h=index", timeout=60) as response:  # noqa: S310
                for name in response.read().decode().split():
                    self._elasticsearch("DELETE", f"/{name}")

    def _elasticsearch(self, method: str, path: str, body: object = None) -> None:
        if self.elasticsearch:
            request = urllib.request.Request(  # noqa: S310
                f"{self.elasticsearch.url}{path}",
                method=method,
                data=json.dumps(body).encode() if body else None,
                headers={"Content-Type": "application/json"},
            )
            urllib.request.urlopen(request, timeout=60).close()  # noqa: S310


@contextmanager
def running(*, wanted: bool = True, only: str = "") -> Iterator[Servers]:
    """Starts what is installed, or `only` one; a server that is not, or does not start, is said so and left out."""
    started: dict[str, Running | None] = {"postgresql": None, "elasticsearch": None}
    try:
        for name, service in (("postgresql", postgresql), ("elasticsearch", elasticsearch)):
            if wanted and only in ("", name):
                try:
                    started[name] = service.start()
                except ServiceError as error:
                    print(f"Without {name}: {error}")
        yield Servers(**started)
    finally:
        for one in started.values():
            if one:
                end(one.pid, one.home)
