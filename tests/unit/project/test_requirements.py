"""Each dependency says why it is there, is there once, and is locked."""

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
APPS = ("accounts", "catalogue", "home", "images", "portal", "search")
SOURCES = sorted(ROOT.glob("requirements*.in"))
NAME = re.compile(r"^[A-Za-z0-9._-]+")


def requirements(source: Path) -> list[str]:
    lines = source.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-c "))]


def normalised(line: str) -> str:
    return re.sub(r"[-_.]+", "-", NAME.match(line)[0]).lower()


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_requirement_says_why(source):
    assert [line for line in requirements(source) if not re.search(r"  # \S.{5,}", line)] == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_requirement_is_locked(source):
    locked = set(re.findall(r"^([a-z0-9.-]+)==", source.with_suffix(".txt").read_text(encoding="utf-8"), re.MULTILINE))
    assert {normalised(line) for line in requirements(source)} - locked == set()


def test_requirement_is_named_once():
    names = [normalised(line) for source in SOURCES for line in requirements(source)]
    assert sorted(names) == sorted(set(names))


def imported_modules() -> set[str]:
    modules = set()
    for app in APPS:
        for path in (ROOT / app).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    modules |= {alias.name.split(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                    modules.add(node.module.split(".")[0])
    return modules - set(APPS) - set(sys.stdlib_module_names)


def test_what_the_portal_imports_is_required():
    distributions = packages_distributions()
    required = {normalised(line) for line in requirements(ROOT / "requirements.in")}
    modules = imported_modules()
    assert {"django", "wagtail", "tantivy"} <= modules
    missing = {name for name in modules if not required & {normalised(found) for found in distributions.get(name, [])}}
    assert missing == set()
