"""`docs/checklist.md` names tests that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def test_every_test_of_the_checklist_exists():
    text = (ROOT / "docs" / "checklist.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[^`]+)`", text))
    assert len(named) > 20
    assert {path for path in named if not (ROOT / path).exists()} == set()
