"""docs/settings.md says what portal/settings/environment.py declares, and nothing else reads the environment."""

import ast
import re

import pytest

from portal.settings.environment import BASE_DIR, VARIABLES
from portal.settings.variable import Variable

TABLE_ROW = re.compile(r"^\| `[A-Z_]+` .*\|$", re.MULTILINE)
# They choose the settings module, before there are settings.
MAY_READ_THE_ENVIRONMENT = {"portal/settings/environment.py", "portal/settings/base.py", "portal/wsgi.py"}
APPS = ("accounts", "catalogue", "editorial", "home", "images", "portal", "referral", "search")


def documented_row(variable: Variable) -> str:
    listed = ",".join(variable.default) if isinstance(variable.default, list) else variable.default
    default = "*(empty)*" if variable.default in ("", [], None) else f"`{listed}`"
    needed = "yes" if variable.required else "no"
    return f"| `{variable.name}` | {needed} | {default.replace(str(BASE_DIR), '…')} | {variable.hint} |"


def test_settings_table_equals_the_declared_variables():
    table = TABLE_ROW.findall((BASE_DIR / "docs" / "settings.md").read_text(encoding="utf-8"))
    assert table == [documented_row(variable) for variable in VARIABLES.values()]


@pytest.mark.parametrize("variable", VARIABLES.values(), ids=lambda variable: variable.name)
def test_variable_has_a_hint(variable):
    assert len(variable.hint) > 10


def environment_readers() -> list[str]:
    names = {"environ", "getenv"}
    found = []
    for app in APPS:
        for path in sorted((BASE_DIR / app).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
            imported = {alias.name for node in imports for alias in node.names}
            attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            if names & (imported | attributes):
                found.append(path.relative_to(BASE_DIR).as_posix())
    return found


def test_environment_is_read_in_one_place():
    assert set(environment_readers()) <= MAY_READ_THE_ENVIRONMENT
