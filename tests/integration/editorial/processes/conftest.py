"""Commands as cron runs them: processes of their own, which the test may kill, and a mail server that they write to."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.db import connection

from tests.services.mail_server import MailServer, serving

Start = Callable[..., "subprocess.Popen[str]"]


class Held:
    """Answers the mail with one number only when it is let go; `came` is set when that mail has come."""

    def __init__(self, number: int, then: str = "250 taken") -> None:
        self.number, self.then = number, then
        self.came, self.let_go = threading.Event(), threading.Event()

    def __call__(self, number: int) -> str:
        if number != self.number:
            return "250 taken"
        self.came.set()
        assert self.let_go.wait(120)
        return self.then


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    """One that takes everything, until `answer` says otherwise."""
    with serving(MailServer()) as server:
        yield server


@pytest.fixture
def start(mail_server: MailServer, tmp_path: Path) -> Iterator[Start]:
    """`start("keep_fresh")` runs that command against the test's database; what still runs at the end is killed."""
    processes: list[subprocess.Popen[str]] = []
    database = connection.settings_dict
    url = os.environ.get("DATABASE_URL", "").rpartition("/")[0]
    environment = {
        **os.environ,
        "DATABASE_URL": f"{url}/{database['NAME']}",
        "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
        "EMAIL_URL": f"smtp://127.0.0.1:{mail_server.port}",
        "SEARCH_URL": f"tantivy://{tmp_path / 'search'}",
        "MEDIA_ROOT": str(tmp_path / "media"),
    }

    def run(*arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, str(Path(project.BASE_DIR) / "manage.py"), *arguments]
        process = subprocess.Popen(
            command, env=environment, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        processes.append(process)
        return process

    yield run
    for process in processes:
        if process.poll() is None:
            kill(process)


@pytest.fixture
def here(mail_server: MailServer, settings: Any) -> Callable[[str], None]:
    """`here("keep_fresh")` runs a command in the test's own process, which is quicker; mails go to the same server."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mail_server.port
    return lambda command: call_command(command, stdout=StringIO())


def said(process: subprocess.Popen[str]) -> str:
    """What a command wrote; it must have ended well."""
    words, _errors = process.communicate(timeout=120)
    assert process.returncode == 0, words
    return words


def kill(process: subprocess.Popen[str]) -> None:
    """As the machine does when it runs out of memory."""
    process.kill()
    process.communicate()
