"""The ledger of what has been forgotten: a file beside the database, which no restored backup of it takes back.

`settings.FORGET_LEDGER`; one JSON object a line, only ever added to: `receipt`, `mark`, `part`, `why`, `at`.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from ..life.choices import ForgottenPart, ForgottenWhy


@dataclass(frozen=True, slots=True)
class Line:
    """One thing forgotten. `at` is aware."""

    receipt: UUID
    mark: str
    part: ForgottenPart
    why: ForgottenWhy
    at: datetime


@dataclass(frozen=True, slots=True)
class Ledger:
    """The file's lines, and the numbers (from 1) of those that cannot be read."""

    lines: list[Line]
    damaged: list[int]


def mark_of(code: str) -> str:
    """What recognises a referral by its code, in 64 places.

    No key: the code has 65 random bits already, and a ledger that dies with a key would let the forgotten come back.
    """
    return hashlib.sha256(f"indsatskatalog forgotten referral {code}".encode()).hexdigest()


def read_ledger() -> Ledger:
    """All of it; empty where there is no file. What cannot be read is named, and the rest read. Raises OSError."""
    path = Path(settings.FORGET_LEDGER)
    if not path.exists():
        return Ledger([], [])
    lines, damaged = [], []
    for number, text in enumerate(path.read_bytes().split(b"\n"), start=1):
        if not text.strip():
            continue
        try:
            lines.append(_read(text))
        except (ValueError, KeyError, TypeError):
            damaged.append(number)
    return Ledger(lines, damaged)


def add_to_ledger(lines: Iterable[Line]) -> None:
    """Write the lines at its end, and wait until the disk has them. Raises OSError."""
    text = "".join(json.dumps(_written(line)) + "\n" for line in lines)
    if not text:
        return
    path = Path(settings.FORGET_LEDGER)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if file.tell() and not _ends_whole(path):
            file.write(b"\n")
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())


def _ends_whole(path: Path) -> bool:
    """Whether its last line was written to the end."""
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read() == b"\n"


def _written(line: Line) -> dict[str, str]:
    return {**asdict(line), "receipt": str(line.receipt), "at": line.at.isoformat()}


def _read(text: bytes) -> Line:
    said = json.loads(text)
    at = datetime.fromisoformat(said["at"])
    if at.tzinfo is None or len(said["mark"]) != 64:
        raise ValueError("not a line of the ledger")
    return Line(UUID(said["receipt"]), said["mark"], ForgottenPart(said["part"]), ForgottenWhy(said["why"]), at)
