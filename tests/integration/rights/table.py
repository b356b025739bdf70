"""The reviewed table: what each role gets at each route, in a file for each namespace."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

from accounts.roles import Role

FOLDER = Path(__file__).with_name("tables")
ANONYMOUS = "anonymous"
COLUMNS = (
    ANONYMOUS,
    Role.FRONT_LINE,
    Role.NETWORK_WORKER,
    Role.COORDINATOR,
    Role.ASSOCIATION,
    Role.CENTRE_STAFF,
    Role.LOCAL_EDITOR,
    Role.EDITOR,
    Role.ADMINISTRATOR,
)
VERBS = ("GET", "POST")
Key = tuple[str, str, str]  # table, route, verb
Rows = dict[Key, tuple[str, ...]]


def read() -> Rows:
    """What the files say."""
    rows: Rows = {}
    for path in sorted(FOLDER.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file):
                rows[path.stem, line["route"], line["verb"]] = tuple(line[column] for column in COLUMNS)
    return rows


def write(rows: Rows) -> None:
    """Makes the files anew, in the order of the rows."""
    tables: dict[str, list[list[str]]] = defaultdict(list)
    for (table, route, verb), outcomes in rows.items():
        tables[table].append([route, verb, *outcomes])
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.csv"):
        path.unlink()
    for table, lines in tables.items():
        with (FOLDER / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["route", "verb", *map(str, COLUMNS)])
            writer.writerows(lines)


def differences(found: Rows, known: Rows) -> list[str]:
    """What to do so that the table says what was found, a line for each."""
    lines = [f"{key[0]}.csv: put in: {line(key, row)}" for key, row in found.items() if key not in known]
    lines += [f"{key[0]}.csv: take out: {line(key, row)}" for key, row in known.items() if key not in found]
    return lines + [
        f"{key[0]}.csv: {key[1]} {key[2]}: {role} gets {now}, the table says {then}"
        for key, row in found.items()
        for role, now, then in zip(COLUMNS, row, known.get(key, row), strict=True)
        if now != then
    ]


def line(key: Key, outcomes: tuple[str, ...]) -> str:
    """A row as it stands in its file."""
    return ",".join([*key[1:], *outcomes])
