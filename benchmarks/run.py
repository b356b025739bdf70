"""One run: each size by itself, the contenders interleaved question by question."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote_plus

from . import importing, load, typing
from .catalogue import make_catalogue
from .handle import ROOT, Worker
from .machine import resident_bytes
from .measures import Times, ratio, summary, summary_of
from .pages import measured, served
from .questions import QUESTIONS
from .servers import Servers

PARTS = ("search", "findable", "desk", "pages", "import")
# These put away nothing of what is known of the indexes, and the import is measured without the peer's.
WITHOUT_INDEXES = frozenset({"pages", "desk", "import"})
# Way → the way that it is compared with, in the same run.
PEERS = {
    "embedded": ("tantivy", "tantivy-words", "wagtail-sqlite", "wagtail-postgresql", "wagtail-elasticsearch"),
    "elasticsearch": ("wagtail-elasticsearch", "wagtail-sqlite", "wagtail-postgresql"),
}
TIMES_IN_A_TURN = 3


@dataclass(frozen=True)
class Effort:
    """How much is measured."""

    rounds: int = 5
    seconds: float = 25.0  # for each way and size
    findable: int = 5
    questions: tuple[str, ...] = QUESTIONS
    import_rows: int = 5_000


@dataclass
class Run:
    """The run's folder, its servers, and how much is measured."""

    folder: Path
    servers: Servers
    effort: Effort = field(default_factory=Effort)
    say: Callable[[str], None] = print

    def prepare(self) -> None:
        """Empty databases of both sites, to be copied for every size."""
        databases = [self._ours("empty"), self._peer("empty", postgres=False)]
        if self.servers.postgresql:
            databases.append(self._peer("empty", postgres=True))
        with ThreadPoolExecutor() as side_by_side:
            list(side_by_side.map(lambda environment: self._manage("migrate", environment), databases))

    def size(self, size: int, parts: tuple[str, ...], keep: Callable[[dict[str, Any]], None]) -> None:
        """Everything about one size; each part is given to `keep` as soon as it is measured."""
        name = str(size)
        if "import" in parts:
            keep({"import": self._import(size)})
        if set(parts) == {"import"}:
            return
        self.servers.drop_indexes()
        for site in ("ours", "peer"):
            shutil.copy(self.folder / f"{site}-empty.sqlite3", self.folder / f"{site}-{name}.sqlite3")
        with ExitStack() as stack:
            workers = [stack.enter_context(Worker("ours", self._ours(name)))]
            workers.append(stack.enter_context(Worker("peer", self._peer(name, postgres=False))))
            if self.servers.postgresql:
                workers.append(stack.enter_context(Worker("peer", self._peer(name, postgres=True))))
            by_way = {way: worker for worker in workers for way in worker.tell("names")["names"]}
            filled = self._fill(size, workers, by_way)
            # A run for the pages alone, without servers, is not to put away what was known of their indexes.
            if not set(parts) <= WITHOUT_INDEXES:
                keep({"indexing": filled})
            for part, measure in (("search", self._search), ("findable", self._findable), ("desk", self._desk)):
                if part in parts:
                    keep({part: measure(by_way)})
        if "pages" in parts:
            keep({"pages": self._pages(size)})
        for path in self.folder.glob(f"*-{name}*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def _fill(self, size: int, workers: list[Worker], by_way: dict[str, Worker]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for worker in workers:
            took = worker.tell("fill", size=size)
            self.say(f"  {size} entries in the database of {worker.site} in {took['ms'] / 1000:.1f} s")
        for way, worker in by_way.items():
            if way not in NO_INDEX:
                before = worker.tell("memory")["bytes"]
                took = worker.tell("rebuild", way=way)
                after = worker.tell("memory")["bytes"]
                self.say(f"  index of {way} built in {took['ms'] / 1000:.1f} s")
                found[way] = {
                    "documents": took["count"],
                    "seconds": round(took["ms"] / 1000, 1),
                    "rss_mb": round(after / 1e6),
                    "rss_before_mb": round(before / 1e6),
                }
        self.servers.forget_answers()
        return found

    def _search(self, by_way: dict[str, Worker]) -> dict[str, Any]:
        times: dict[str, dict[str, list[float]]] = {way: defaultdict(list) for way in by_way}
        found: dict[str, dict[str, int]] = {way: {} for way in by_way}
        spent: dict[str, float] = defaultdict(float)
        given_up: dict[str, int] = defaultdict(int)
        ways = list(by_way)
        for number in range(self.effort.rounds):
            for question in self.effort.questions:
                # Nobody always comes after the same one.
                ways = ways[1:] + ways[:1]
                for way in ways:
                    if spent[way] > self.effort.seconds * 1000:
                        continue
                    quick = not way.startswith("wagtail")
                    if (quick and not number) or not times[way]:
                        warmed = by_way[way].tell("ask", way=way, question=question, times=1)
                        spent[way] += 0 if quick else sum(warmed["ms"])
                    answer = by_way[way].tell("ask", way=way, question=question, times=TIMES_IN_A_TURN if quick else 1)
                    times[way][question] += answer["ms"]
                    spent[way] += sum(answer["ms"])
                    found[way][question] = answer["found"] or 0
                    given_up[way] += answer["found"] is None
        figures = {
            way: {**summary_of(one), "found": sum(found[way].values()), "given_up": given_up[way]}
            for way, one in times.items()
        }
        for way, one in figures.items():
            self.say(f"  {way}: p50 {one['p50']} ms, p95 {one['p95']} ms")
        memory = {
            "ours_mb": round(by_way["embedded"].tell("memory")["bytes"] / 1e6),
            "peer_mb": round(by_way["wagtail-sqlite"].tell("memory")["bytes"] / 1e6),
        }
        if self.servers.elasticsearch:
            memory["elasticsearch_mb"] = round(resident_bytes(self.servers.elasticsearch.pid) / 1e6)
        return {"ways": figures, "ratios": _ratios(times), "memory": memory}

    def suggestions(self, size: int) -> dict[str, Any]:
        """Suggestions while typing at one size, ours and the peer's asked in turn through gunicorn."""
        name = str(size)
        for site in ("ours", "peer"):
            shutil.copy(self.folder / f"{site}-empty.sqlite3", self.folder / f"{site}-{name}.sqlite3")
        with Worker("ours", self._ours(name)) as ours, Worker("peer", self._peer(name, postgres=False)) as peer:
            for worker in (ours, peer):
                worker.tell("fill", size=size)
            ours.tell("rebuild", way="embedded")
        with (
            served("portal.wsgi:application", {**self._ours(name), "PAGE_CACHE_SECONDS": "0"}) as (our_port, _ours),
            served("benchmarks.peer.wsgi:application", self._peer(name, postgres=False)) as (peer_port, _peers),
        ):
            return typing.measured(our_port, peer_port, rounds=self.effort.rounds)

    def _desk(self, by_way: dict[str, Worker]) -> dict[str, Any]:
        """The list and the form of the editors' system, beside Wagtail's for a plain model, asked in turn."""
        workers = {"ours": by_way["embedded"], "peer": by_way["wagtail-sqlite"]}
        found: dict[str, Any] = {}
        for page in ("list", "form"):
            times: dict[str, list[float]] = defaultdict(list)
            for number in range(self.effort.rounds * 4 + 1):
                for site, worker in workers.items():
                    answer = worker.tell("open", page=page, site=site)
                    if number:
                        times[site].append(answer["ms"])
                        kb = round(answer["bytes"] / 1000)
                        found[f"{site}-{page}"] = {**summary(times[site]), "sql": answer["sql"], "kb": kb}
            found[f"{page}-ratio"] = round(median(times["ours"]) / median(times["peer"]), 2)
            self.say(f"  {page}: {found[f'ours-{page}']['p50']} ms, {found[f'{page}-ratio']} times Wagtail's")
        return found

    def _import(self, size: int) -> dict[str, Any]:
        rows, rounds = self.effort.import_rows, min(3, self.effort.rounds)
        found = importing.measured(self.folder, self._ours, size, rows=rows, rounds=rounds)
        trial, write = (found[step]["seconds"] for step in ("trial", "write"))
        self.say(f"  {rows} rows: trial {trial} s, import {write} s, {found['ratio']} times bulk_create")
        return found

    def freshness(self, size: int) -> dict[str, Any]:
        """The run that asks the organisations at one size, and the plain loop, in one process in turn."""
        return self._alone(size, "freshness")

    def slips(self, size: int) -> dict[str, Any]:
        """The slip as PDF beside the least document, in one process in turn."""
        return self._alone(size, "slips")

    def finder(self, size: int) -> dict[str, Any]:
        """The professionals' finder, with what it knows kept and with nothing kept, in one process in turn."""
        return self._alone(size, "finder")

    def referrals(self, size: int, *, users: int, each: int, closing: int) -> dict[str, Any]:
        """Front-line staff at work at once on PostgreSQL, which must be there; as many workers as the handbook says."""
        if self.servers.postgresql is None:
            raise RuntimeError("PostgreSQL is needed for this. Run bin/install-services.")
        environment = {**self._ours(str(size)), "DATABASE_URL": self.servers.postgresql.url}
        self._manage("migrate", environment)
        with Worker("ours", environment) as ours:
            ours.tell("fill", size=size)
            staff = ours.tell("staff", users=users, each=each)
            with served("portal.wsgi:application", environment, workers=2 * (os.cpu_count() or 1), threads=2) as (
                port,
                _,
            ):
                found = load.measured(port, staff, seconds=self.effort.seconds, closing=closing)
            closed = found.pop("closed_twice")
            return {**found, "database": ours.tell("staff_did", closed=closed)}

    def _alone(self, size: int, part: str) -> dict[str, Any]:
        """What the portal's own process measures of itself in a catalogue of that size."""
        name = str(size)
        shutil.copy(self.folder / "ours-empty.sqlite3", self.folder / f"ours-{name}.sqlite3")
        with Worker("ours", self._ours(name)) as ours:
            ours.tell("fill", size=size)
            return ours.tell(part, rounds=self.effort.rounds)

    def _findable(self, by_way: dict[str, Worker]) -> dict[str, Any]:
        return {
            way: summary(times)
            for way, worker in by_way.items()
            if way not in NO_INDEX
            if (times := worker.tell("findable", way=way, times=self.effort.findable)["ms"])
        }

    def _pages(self, size: int) -> dict[str, Any]:
        row = next(make_catalogue(size).activities())
        texts = [quote_plus(question) for question in self.effort.questions]
        part = "relationelle" if row.type == "relationel" else row.type
        ours = {
            "front": ["/"],
            "results": [f"/indsatskatalog/?q={text}" for text in texts],
            "activity": [f"/indsatskatalog/{part}/{row.slug}/"],
        }
        kinds = {
            "ours": ("portal.wsgi:application", {**self._ours(str(size)), "PAGE_CACHE_SECONDS": "0"}, ours),
            "cached": ("portal.wsgi:application", {**self._ours(str(size)), "PAGE_CACHE_SECONDS": "300"}, ours),
            "peer": (
                "benchmarks.peer.wsgi:application",
                self._peer(str(size), postgres=False),
                {
                    "front": ["/"],
                    "results": [f"/list/?q={text}" for text in texts],
                    "activity": [f"/entry/{row.slug}/"],
                },
            ),
        }
        found: dict[str, Any] = {}
        for site, (application, environment, pages) in kinds.items():
            with served(application, environment) as (port, group):
                for page, paths in pages.items():
                    rounds = self.effort.rounds if len(paths) > 1 else self.effort.rounds * 10
                    figures = measured(port, group, paths, rounds=rounds, seconds=self.effort.seconds)
                    found[f"{site}-{page}"] = figures
                    self.say(f"  {site} {page}: p50 {figures['p50']} ms, {figures['sql']} SQL queries")
        return found

    def _ours(self, name: str) -> dict[str, str]:
        host = self.servers.elasticsearch_host
        return {
            "DJANGO_SETTINGS_MODULE": "benchmarks.ours.settings",
            "DATABASE_URL": f"sqlite:///{self.folder / f'ours-{name}.sqlite3'}",
            "SEARCH_URL": f"tantivy://{self.folder / f'search-{name}'}",
            "BENCH_ELASTICSEARCH": f"elasticsearch://{host}/ours-{name}?timeout=30" if host else "",
            "MEDIA_ROOT": str(self.folder / "media"),
            "STATIC_ROOT": str(self.folder / "static"),
            "LOG_LEVEL": "ERROR",
        }

    def _peer(self, name: str, *, postgres: bool) -> dict[str, str]:
        postgresql = self.servers.postgresql
        elasticsearch = self.servers.elasticsearch
        return {
            "DJANGO_SETTINGS_MODULE": "benchmarks.peer.settings",
            "PEER_DATABASE_URL": postgresql.url
            if postgres and postgresql
            else f"sqlite:///{self.folder / f'peer-{name}.sqlite3'}",
            "PEER_ELASTICSEARCH": elasticsearch.url if elasticsearch and not postgres else "",
        }

    def _manage(self, command: str, environment: dict[str, str]) -> None:
        subprocess.run(
            [sys.executable, "-m", "django", command, "--no-input", "--verbosity", "0", "--run-syncdb"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            check=True,
        )


# Ways that ask another way's index, or none.
NO_INDEX = frozenset({"tantivy", "tantivy-words", "understanding", "service"})


def _ratios(times: dict[str, Times]) -> dict[str, float]:
    found: dict[str, float] = {}
    for way, peers in PEERS.items():
        for peer in peers:
            if way in times and peer in times and (value := ratio(times[way], times[peer])) is not None:
                found[f"{way}/{peer}"] = float(f"{value:.3g}")
    return found
