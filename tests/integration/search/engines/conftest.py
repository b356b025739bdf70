"""An embedded index in a folder of the test's own, and other processes that use it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from search.engines.embedded import EmbeddedEngine

PROJECT = Path(__file__).parents[4]

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "search"


@pytest.fixture
def engine(folder: Path) -> EmbeddedEngine:
    return EmbeddedEngine(f"tantivy://{folder}")


@pytest.fixture
def start(folder: Path) -> Start:
    """`start("write", "kaffe", 20)` does that in a process of its own."""

    def start_writer(act: str, prefix: str, count: int) -> subprocess.Popen[str]:
        program = [
            sys.executable,
            "-m",
            "tests.integration.search.engines.writer",
            act,
            str(folder),
            prefix,
            str(count),
        ]
        env = os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings.test"}
        return subprocess.Popen(
            program, env=env, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    return start_writer
