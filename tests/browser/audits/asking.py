"""Asking the checkers that are Node programs: each reads the pages from standard input and answers in JSON."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.chromium import FLAGS, program
from tests.browser.inside import KINDS, places
from tests.conftest import missing
from tests.services.process import Running

# With `make audit` every page is asked about, else one page of each make: seconds go to each.
EVERY_PAGE = bool(os.environ.get("AUDIT"))
SOME = ("results", "activity", "self-check", "report", "not found")
SOME_INSIDE = ("referring", "referral of who did not come", "person's own page")


def ask(checker: str, pages: list[dict[str, Any]]) -> Any:
    """What `checker`.mjs says of the pages; fails with its own words when it gives up."""
    node, chromium = shutil.which("node"), program()
    if node is None or chromium is None:
        missing("browser", "node or Chromium is not installed: bin/install-services")
    script = Path(__file__).with_name(f"{checker}.mjs")
    command = [node, script, chromium, *FLAGS, "--disable-dev-shm-usage"]
    # A browser may lose a page on a busy machine; it is asked once more then, and what it says counts.
    for _attempt in range(2):
        answer = subprocess.run(
            command, input=json.dumps(pages), capture_output=True, text=True, check=False, timeout=900
        )
        if answer.returncode == 0:
            return json.loads(answer.stdout)
    pytest.fail(answer.stderr)


def behind_the_sign_in(running: Running) -> list[dict[str, Any]]:
    """The pages of `tests.browser.inside`, as the checkers are asked about them; each address has its name after #."""
    found = places(running)
    return [
        {"address": f"{running.url}{found[name].address}#{quote(name)}", "headers": found[name].headers}
        for name in (KINDS if EVERY_PAGE else SOME_INSIDE)
    ]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server on loopback that shows what lies in the folder."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
