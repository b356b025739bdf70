"""What the documents tell people to type exists."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = ["README.md", "CONTRIBUTING.md"]
PROGRAMS = sorted(path for path in (ROOT / "bin").iterdir() if path.is_file())


def documented(pattern: str) -> set[str]:
    text = "\n".join((ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS)
    commands = re.findall(r"^    (.+)$|`([^`]+)`", text, re.MULTILINE)
    return {match for pair in commands for command in pair for match in re.findall(pattern, command)}


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_documented_make_targets_exist():
    targets = documented(r"\bmake ([a-z]+)")
    assert {"demo", "test"} <= targets
    assert targets - make_targets() == set()


def test_documented_programs_exist():
    programs = documented(r"(?<![./\w])bin/[a-z-]+")
    assert programs
    assert [program for program in sorted(programs) if not (ROOT / program).exists()] == []


def test_help_lists_every_target():
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"make ([a-z-]+)", shown)) == make_targets() - {"develop"}


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.name)
def test_program_can_be_run_and_says_what_it_does(program):
    assert program.stat().st_mode & 0o111
    assert "# Usage: bin/" in program.read_text(encoding="utf-8")


def test_links_between_documents_lead_somewhere():
    for name in [*DOCUMENTS, *(path.relative_to(ROOT) for path in (ROOT / "docs").rglob("*.md"))]:
        document = ROOT / name
        links = re.findall(r"\]\((?!https?://|#|mailto:)([^)#]+)", document.read_text(encoding="utf-8"))
        assert [link for link in links if not (document.parent / link).exists()] == []
