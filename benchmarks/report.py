"""Keeps the figures as JSON, and writes them as tables into the page about them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "docs"
FIGURES, PAGE = "benchmarks.json", "benchmarks.md"
BEGIN, END = "<!-- figures: written by python -m benchmarks -->", "<!-- end of figures -->"

WAYS = {
    "tantivy-words": "Tantivy itself, plain words",
    "tantivy": "Tantivy itself, the same query",
    "embedded": "**embedded engine**",
    "elasticsearch": "**Elasticsearch engine**",
    "understanding": "understanding and planning the question",
    "service": "whole answer, embedded, with its 20 entries from the database",
    "wagtail-sqlite": "Wagtail's search on SQLite",
    "wagtail-postgresql": "Wagtail's search on PostgreSQL",
    "wagtail-elasticsearch": "Wagtail's search on Elasticsearch",
}
PAGES = {"front": "front page", "results": "results page", "activity": "activity"}
SITES = {"ours": "the portal", "cached": "the portal, kept pages", "peer": "plain Wagtail"}


TYPED = {"prefixes": "beginnings of words", "misspellings": "slips and misspellings", "first": "the first of a process"}
RUNS = {"loop": "plain loop", "first": "first run", "again": "run with nothing to do"}
PAPERS = {"a4": "A4", "a5": "A5", "a4-stor": "A4, large print", "least": "the least document"}
STEPS = {
    "bulk": "plain `bulk_create` of the same rows, as nine tables",
    "trial": "upload and trial",
    "write": "import",
    "index": "what is left for the index to follow",
    "again": "upload and trial of the same file again",
    "change": "import of as many rows that are changed",
}
STAFF_PAGES = {
    "list": "the list",
    "case": "a referral",
    "note": "a note is saved",
    "date": "the page for a new date",
    "least": "the least answer (robots.txt)",
}
KNOWN = {"kept": "is kept", "read": "is read for each question"}
BESIDE = {"ours": "the portal", "peer": "plain `icontains`"}


def add_suggestions(folder: Path, size: int, machine: dict[str, Any], figures: dict[str, Any]) -> None:
    """Puts the figures of suggestions at a size beside the others, and writes the page."""
    known = _known(folder)
    known.setdefault("suggestions", {})[str(size)] = {**figures, "machine": machine}
    _keep(folder, known)


def add_freshness(folder: Path, size: int, machine: dict[str, Any], figures: dict[str, Any]) -> None:
    """Puts the figures of the freshness run at a size beside the others, and writes the page."""
    known = _known(folder)
    known.setdefault("freshness", {})[str(size)] = {**figures, "machine": machine}
    _keep(folder, known)


def add_finder(folder: Path, size: int, machine: dict[str, Any], figures: dict[str, Any]) -> None:
    """Puts the figures of the professionals' finder at a size beside the others, and writes the page."""
    known = _known(folder)
    known.setdefault("finder", {})[str(size)] = {**figures, "machine": machine}
    _keep(folder, known)


def add_slips(folder: Path, size: int, machine: dict[str, Any], figures: dict[str, Any]) -> None:
    """Puts the figures of the slips' paper beside the others, and writes the page."""
    known = _known(folder)
    known["slips"] = {**figures, "size": size, "machine": machine}
    _keep(folder, known)


def add_referrals(folder: Path, machine: dict[str, Any], figures: dict[str, Any]) -> None:
    """Puts the figures of those who work at once beside the others, and writes the page."""
    known = _known(folder)
    known["referrals"] = {**figures, "machine": machine}
    _keep(folder, known)


def add(folder: Path, size: int, machine: dict[str, Any], figures: dict[str, Any]) -> None:
    """Puts a size's figures beside those of other sizes and parts, and writes the page."""
    known = _known(folder)
    for part in figures.values():
        part["machine"] = machine
    known["sizes"].setdefault(str(size), {}).update(figures)
    _keep(folder, known)


def _known(folder: Path) -> dict[str, Any]:
    path = folder / FIGURES
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"sizes": {}}


def _keep(folder: Path, known: dict[str, Any]) -> None:
    """Writes the figures, each kind by size, and the page."""
    for kind in ("sizes", "suggestions", "freshness", "finder"):
        if kind in known:
            known[kind] = {name: known[kind][name] for name in sorted(known[kind], key=int)}
    (folder / FIGURES).write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    write_page(folder / PAGE, known)


def write_page(path: Path, known: dict[str, Any]) -> None:
    """Replaces the figures of the page; what is written around them stays."""
    text = path.read_text(encoding="utf-8") if path.exists() else f"# Benchmarks\n\n{BEGIN}\n{END}\n"
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    path.write_text(before + BEGIN + "\n\n" + "\n".join(_tables(known)) + "\n" + END + after, encoding="utf-8")


def _tables(known: dict[str, Any]) -> Iterator[str]:
    parts = [part for size in known["sizes"].values() for part in size.values() if part.get("machine")]
    machines = {json.dumps(part["machine"]): part["machine"] for part in parts}
    for machine in machines.values():
        versions = ", ".join(
            f"{name} {machine[name]}"
            for name in ("python", "django", "wagtail", "modelsearch", "tantivy", "elasticsearch", "sqlite")
        )
        yield (
            f"Measured on {machine['date']} on {machine['cores']} cores of {machine['cpu']}, {machine['memory_gb']} GB "
            f"of memory, {machine['system']}; load at the start {machine['load_at_start']}. Versions: {versions}.\n"
        )
    yield from _aims(known)
    for name, size in known["sizes"].items():
        yield f"### {int(name):,} activities\n"
        yield from _search(size.get("search"))
        yield from _indexing(size.get("indexing", {}), size.get("findable", {}))
        yield from _desk(size.get("desk"))
        yield from _import(size.get("import"))
        yield from _pages(size.get("pages"))
    yield from _suggestions(known.get("suggestions", {}))
    yield from _freshness(known.get("freshness", {}))
    yield from _finder(known.get("finder", {}))
    yield from _slips(known.get("slips", {}))
    yield from _referrals(known.get("referrals", {}))


def _freshness(sizes: dict[str, Any]) -> Iterator[str]:
    """The run that asks the organisations, a section of its own."""
    if not sizes:
        return
    machine = next(reversed(sizes.values()))["machine"]
    yield "### The freshness run\n"
    yield (
        f"`python -m benchmarks.freshness`, on {machine['date']}, load at the start {machine['load_at_start']}: all of "
        "the catalogue is due, and the mails go nowhere. The plain loop asks for each organisation's entries, sends a "
        "mail, and remembers nothing; the run keeps rounds, questions and letters, and signs four links an entry.\n"
    )
    yield "| activities | | seconds | SQL | mails |\n|--:|---|--:|--:|--:|"
    for size, figures in sizes.items():
        for name, label in RUNS.items():
            one = figures[name]
            yield f"| {int(size):,} | {label} | {one['seconds']} | {one['sql']} | {one['mails']} |"
        yield f"| {int(size):,} | first run beside the loop | {figures['ratio']:g} × | | |"
    yield ""


def _finder(sizes: dict[str, Any]) -> Iterator[str]:
    """The professionals' finder, a section of its own."""
    if not sizes:
        return
    machine = next(reversed(sizes.values()))["machine"]
    yield "### The finder for professionals\n"
    yield (
        f"`python -m benchmarks.finder`, on {machine['date']}, load at the start {machine['load_at_start']}: the whole "
        "page for many different needs, in one process in turn.\n"
    )
    yield "| activities | the catalogue | p50 ms | p95 | p99 | SQL | asked |\n|--:|---|--:|--:|--:|--:|--:|"
    for size, figures in sizes.items():
        for name, label in KNOWN.items():
            one = figures[name]
            cells = (one[key] for key in ("p50", "p95", "p99", "sql", "n"))
            yield f"| {int(size):,} | {label} | " + " | ".join(map(str, cells)) + " |"
        yield f"| {int(size):,} | kept beside read | {figures['ratio']:g} × | | | | |"
    yield ""


def _slips(figures: dict[str, Any]) -> Iterator[str]:
    """The slip's paper, a section of its own."""
    if not figures:
        return
    machine = figures["machine"]
    yield "### A slip on paper\n"
    yield (
        f"`python -m benchmarks.slips`, on {machine['date']}, load at the start {machine['load_at_start']}: six "
        f"activities of {figures['size']:,}, through the address, in each language. The least document is a title, "
        "set with the same fonts. The aim is 300 ms.\n"
    )
    yield "| paper | p50 ms | p95 | p99 | made |\n|---|--:|--:|--:|--:|"
    for paper, label in PAPERS.items():
        one = figures[paper]
        yield f"| {label} | {one['p50']} | {one['p95']} | {one['p99']} | {one['n']} |"
    yield f"| A4 beside the least document | {figures['ratio']:g} × | | | |"
    yield ""


def _referrals(figures: dict[str, Any]) -> Iterator[str]:
    """Those who work with referrals at once, a section of its own."""
    if not figures:
        return
    machine, database = figures["machine"], figures["database"]
    yield "### Front-line staff at once\n"
    yield (
        f"`python -m benchmarks.referrals`, on {machine['date']}, load at the start {machine['load_at_start']}: "
        f"{figures['users']} users on PostgreSQL for {figures['seconds']:.0f} s, each thinking for 1 to 3 s between "
        "two pages; client, workers and database share the machine. The aim is a p95 of 300 ms.\n"
    )
    yield "| page | p50 ms | p95 | p99 | asked |\n|---|--:|--:|--:|--:|"
    for page, one in [*figures["pages"].items(), ("all but the least", figures["all"])]:
        yield f"| {STAFF_PAGES.get(page, page)} | {one['p50']} | {one['p95']} | {one['p99']} | {one['n']} |"
    yield f"| all beside the least | {figures['ratio']:g} × | | | |"
    yield ""
    yield (
        f"Notes that were answered as saved: {figures['notes']}, in the database: {database['notes']}. Referrals "
        f"closed by two at once: {figures['races']}; one won and the other was told: {figures['one_won']}; closed in "
        f"the log: {database['closing_lines']}. Answers that were errors: {', '.join(figures['wrong']) or 'none'}.\n"
    )


def _suggestions(sizes: dict[str, Any]) -> Iterator[str]:
    """Suggestions while typing, a section of their own."""
    if not sizes:
        return
    machine = next(reversed(sizes.values()))["machine"]
    yield "### Suggestions while typing\n"
    yield (
        f"`python -m benchmarks.suggestions`, on {machine['date']}, load at the start {machine['load_at_start']}: "
        "through one gunicorn worker each, asked in turn. The aim is 20 ms.\n"
    )
    yield "| activities | typed | by | p50 ms | p95 | p99 | SQL | asked |\n|--:|---|---|--:|--:|--:|--:|--:|"
    for size, figures in sizes.items():
        for kind, label in TYPED.items():
            for site, by in BESIDE.items():
                one = figures[site][kind]
                cells = (one[key] for key in ("p50", "p95", "p99", "sql", "n"))
                yield f"| {int(size):,} | {label} | {by} | " + " | ".join(map(str, cells)) + " |"
    yield ""


def _search(search: dict[str, Any] | None) -> Iterator[str]:
    if not search:
        return
    yield "| one question, milliseconds | p50 | p95 | p99 | times asked |\n|---|--:|--:|--:|--:|"
    for way, label in WAYS.items():
        if one := search["ways"].get(way):
            yield f"| {label} | {one['p50']} | {one['p95']} | {one['p99']} | {one['n']}{_given_up(one)} |"
    yield ""
    yield "| time beside | " + " | ".join(pair.partition("/")[2] for pair in _pairs(search)) + " |"
    yield "|---|" + "--:|" * len(_pairs(search))
    for way in ("embedded", "elasticsearch"):
        cells = [_times(search["ratios"].get(f"{way}/{pair.partition('/')[2]}")) for pair in _pairs(search)]
        yield f"| {way} | " + " | ".join(cells) + " |"
    memory = search["memory"]
    server = f", Elasticsearch's server {memory['elasticsearch_mb']} MB" if "elasticsearch_mb" in memory else ""
    ours, peer = memory["ours_mb"], memory["peer_mb"]
    yield f"\nMemory after all questions: our process {ours} MB, the peer's {peer} MB{server}.\n"


def _given_up(one: dict[str, Any]) -> str:
    """How many of the times are only lower bounds."""
    return f", {one['given_up']} of {one['n']} given up" if one.get("given_up") else ""


def _pairs(search: dict[str, Any]) -> list[str]:
    return [pair for pair in search["ratios"] if pair.startswith("embedded/")]


def _times(value: float | None) -> str:
    return "" if value is None else f"{value:g} ×"


def _indexing(indexing: dict[str, Any], findable: dict[str, Any]) -> Iterator[str]:
    yield "| index | built in, seconds | published → found, ms (p50) | p95 |\n|---|--:|--:|--:|"
    for way, one in indexing.items():
        if way != "machine":
            found = findable.get(way, {})
            p50 = found.get("p50", "given up" if findable else "")
            yield f"| {WAYS[way]} | {one['seconds']} | {p50} | {found.get('p95', '')} |"
    yield ""


def _desk(desk: dict[str, Any] | None) -> Iterator[str]:
    if not desk:
        return
    yield "| the editors' system, made in one process | p50 ms | p95 | SQL | kB | times plain Wagtail |"
    yield "|---|--:|--:|--:|--:|--:|"
    for page, label in (("list", "the list of entries"), ("form", "the form of an entry")):
        for site, site_label in (("ours", "the portal"), ("peer", "a plain model as Wagtail's snippet")):
            one = desk[f"{site}-{page}"]
            share = desk[f"{page}-ratio"] if site == "ours" else 1
            yield f"| {site_label}: {label} | {one['p50']} | {one['p95']} | {one['sql']} | {one['kb']} | {share} |"
    yield ""


def _import(found: dict[str, Any] | None) -> Iterator[str]:
    if not found:
        return
    yield f"| a spreadsheet of {found['rows']:,} new rows | seconds | SQL | memory at the peak, MB | more than before |"
    yield "|---|--:|--:|--:|--:|"
    for step, label in STEPS.items():
        one = found[step]
        yield f"| {label} | {one['seconds']} | {one['sql']} | {one['peak_mb']:g} | {one['more_mb']:g} |"
    yield f"| upload, trial and import beside `bulk_create` | {found['ratio']:g} × | | | |"
    yield ""


def _pages(pages: dict[str, Any] | None) -> Iterator[str]:
    if not pages:
        return
    yield "| page, through one gunicorn process | p50 ms | p95 | p99 | requests a second | SQL | kB | memory, MB |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    for site, site_label in SITES.items():
        for page, label in PAGES.items():
            if one := pages.get(f"{site}-{page}"):
                cells = (one[key] for key in ("p50", "p95", "p99", "requests_per_second", "sql", "kb", "rss_mb"))
                yield f"| {site_label}: {label}{_given_up(one)} | " + " | ".join(map(str, cells)) + " |"
    yield ""


def _aims(known: dict[str, Any]) -> Iterator[str]:
    yield "| aim | measured | met |\n|---|---|---|"
    for label, value, unit, limit in _aimed(known["sizes"]):
        if value is not None:
            yield f"| {label} | {value:g}{unit} | {'yes' if value <= limit else '**no**'} |"
    yield ""


def _aimed(sizes: dict[str, Any]) -> Iterator[tuple[str, float | None, str, float]]:
    def ratio(size: str, pair: str) -> float | None:
        return sizes.get(size, {}).get("search", {}).get("ratios", {}).get(pair)

    yield "embedded ≤ 2 × Tantivy itself at 10,000", ratio("10000", "embedded/tantivy"), " ×", 2.0
    hundred = sizes.get("100000", {}).get("search")
    yield "embedded p95 ≤ 5 ms at 100,000", hundred and hundred["ways"]["embedded"]["p95"], " ms", 5.0
    for size in sizes:
        share = ratio(size, "embedded/wagtail-sqlite")
        yield f"embedded ≤ 1/100 of Wagtail on SQLite at {int(size):,}", share, " ×", 0.01
    for size in sizes:
        share = ratio(size, "elasticsearch/wagtail-elasticsearch")
        yield f"Elasticsearch ≤ 0.35 × Wagtail's on Elasticsearch at {int(size):,}", share, " ×", 0.35
    for size, parts in sizes.items():
        for page in ("list", "form"):
            count = parts.get("desk", {}).get(f"ours-{page}", {}).get("sql")
            yield f"editors' {page} ≤ 30 SQL queries at {int(size):,}", count, "", 30
    for size, parts in sizes.items():
        count = parts.get("pages", {}).get("ours-results", {}).get("sql")
        yield f"results page ≤ 12 SQL queries at {int(size):,}", count, "", 12
