"""Production's settings: nothing to complain of when all is set, and a helpful refusal when something is missing."""

import os
import subprocess
import sys

import pytest

from portal.settings.environment import BASE_DIR, VARIABLES

COMPLETE = {
    "SECRET_KEY": "Zq8vX2mP5tR9wK4nB7jH3cF6gD1sL0aYuEiOxCvBnMkJhGfDsA",
    "ALLOWED_HOSTS": "indsatser.example.dk",
    "BASE_URL": "https://indsatser.example.dk",
    "DATABASE_URL": "sqlite:///{folder}/db.sqlite3",
    "SEARCH_URL": "tantivy://{folder}/search",
    "REFERRAL_KEYS": "c2l4dGVlbi1hbmQtc2l4dGVlbi1ieXRlcy1tYWtlLTE=",
}
REQUIRED = [name for name, variable in VARIABLES.items() if variable.required]


def run(*arguments: str, folder, without: str = "") -> subprocess.CompletedProcess:
    chosen = {name: value.format(folder=folder) for name, value in COMPLETE.items() if name != without}
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "portal.settings.production", **chosen}
    return subprocess.run(
        [sys.executable, *arguments], cwd=BASE_DIR, env=environment, capture_output=True, text=True, check=False
    )


def test_deployment_check_is_clean_when_everything_is_set(tmp_path):
    result = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", folder=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("name", REQUIRED)
def test_start_is_refused_with_a_hint_when_a_setting_is_missing(name, tmp_path):
    result = run("-c", "import portal.settings.production", folder=tmp_path, without=name)
    assert result.returncode != 0
    assert f"The environment variable {name} is missing" in result.stderr
    assert VARIABLES[name].hint in result.stderr


def test_every_required_setting_is_in_the_complete_environment():
    assert set(REQUIRED) == set(COMPLETE)
