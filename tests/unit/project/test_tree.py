"""The shape of the tree: small files with names that say something."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
NAMES_THAT_SAY_NOTHING = {"common", "helper", "helpers", "misc", "util", "utils"}
MOST_LINES = 400


def tracked(*patterns: str) -> list[Path]:
    names = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).exists()]


def test_no_source_file_is_long():
    sources = [path for path in tracked("*.py", "*.js", "*.scss", "*.html") if "migrations" not in path.parts]
    assert len(sources) > 50
    lengths = {path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in sources}
    assert {path: length for path, length in lengths.items() if length > MOST_LINES} == {}


def test_no_module_is_named_after_nothing():
    modules = [path.relative_to(ROOT) for path in tracked("*.py")]
    assert [path for path in modules if NAMES_THAT_SAY_NOTHING.intersection((path.stem, *path.parts))] == []


def test_lock_files_name_no_registry():
    locks = tracked("requirements*.txt", "package-lock.json", ".npmrc")
    assert len(locks) >= 4
    lines = [(path.name, line) for path in locks for line in path.read_text(encoding="utf-8").splitlines()]
    addresses = [(name, line.strip()) for name, line in lines if "://" in line and '"url": "https://' not in line]
    assert addresses == []


def test_lock_files_are_hashed():
    for lock in tracked("requirements*.txt"):
        text = lock.read_text(encoding="utf-8")
        packages = re.findall(r"^[a-z0-9].*==.*", text, re.MULTILINE)
        hashed = re.findall(r"^[a-z0-9].*==.* \\\n    --hash=sha256:", text, re.MULTILINE)
        assert len(packages) == len(hashed) > 0
