"""A ledger of the test's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


class LedgerFile:
    """The file beside the database."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def lines(self) -> list[dict[str, str]]:
        """What stands in it; nothing where there is no file."""
        return [json.loads(line) for line in self.path.read_text().splitlines()] if self.path.exists() else []


@pytest.fixture
def ledger(tmp_path, settings) -> LedgerFile:
    settings.FORGET_LEDGER = str(tmp_path / "deeper" / "forgotten.jsonl")
    return LedgerFile(Path(settings.FORGET_LEDGER))
