"""Whatever writes lies in actions: views, hooks, signals and `save()` decide nothing."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
APPS = ("accounts", "catalogue", "editorial", "home", "images", "referral", "search")
WRITES = {
    "bulk_create", "bulk_update", "create", "delete", "get_or_create", "save", "update_or_create", "aupdate", "asave",
}  # fmt: skip
# Python's own have methods of the same names.
NOT_MODELS = {"cache", "caches", "default_storage", "index", "engine"}
MAY_NOT_WRITE = ("views.py", "views/*.py", "signals.py", "wagtail_hooks.py", "templatetags/*.py", "presenters/*.py")


def receiver_names(node: ast.AST) -> set[str]:
    names = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
    return names | {inner.attr for inner in ast.walk(node) if isinstance(inner, ast.Attribute)}


def writes(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        receiver = receiver_names(node.func.value)
        is_write = node.func.attr in WRITES or (node.func.attr == "update" and "objects" in receiver)
        if is_write and "super" not in receiver and not NOT_MODELS & receiver:
            yield f"line {node.lineno}: {ast.unparse(node.func)}()"


def files_that_may_not_write() -> list[Path]:
    return sorted(path for app in APPS for pattern in MAY_NOT_WRITE for path in (ROOT / app).glob(pattern))


def saves() -> Iterator[tuple[Path, ast.FunctionDef]]:
    for app in APPS:
        for path in sorted((ROOT / app).glob("models/*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete", "clean", "full_clean"}:
                    yield path, node


def test_views_and_signals_write_nothing():
    files = files_that_may_not_write()
    assert files
    found = {path.relative_to(ROOT).as_posix(): list(writes(ast.parse(path.read_text("utf-8")))) for path in files}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_saving_a_model_writes_no_other():
    found = [(path.relative_to(ROOT).as_posix(), line) for path, node in saves() for line in writes(node)]
    assert found == []


@pytest.mark.parametrize(
    "source",
    ["Activity.objects.create(a=1)", "activity.save()", "self.venue.delete()", "Area.objects.filter(a=1).update(b=2)"],
)
def test_write_is_recognised(source):
    assert list(writes(ast.parse(source)))


@pytest.mark.parametrize("source", ["super().save(*a)", "context.update(b=2)", "cache.delete('a')", "form.is_valid()"])
def test_what_writes_no_row_is_let_through(source):
    assert list(writes(ast.parse(source))) == []
