"""Whole pages through gunicorn: one process, one request at a time."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from .handle import ROOT
from .machine import resident_bytes
from .measures import summary
from .peer.patience import HEADER as GAVE_UP
from .sql import HEADER

START_SECONDS = 60


@contextmanager
def served(
    application: str, environment: dict[str, str], *, workers: int = 1, threads: int = 1
) -> Iterator[tuple[int, int]]:
    """Serves the WSGI application; gives the port and the number of the process group."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", "--workers", str(workers)]
        + ["--threads", str(threads), "--log-level", "warning", "--timeout", "300"],
        cwd=ROOT,
        env={**os.environ, **environment},
        start_new_session=True,
    )
    try:
        _wait(port, process)
        yield port, process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(port: int, process: subprocess.Popen) -> None:
    give_up = time.monotonic() + START_SECONDS
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError as error:
            if process.poll() is not None or time.monotonic() > give_up:
                raise RuntimeError("gunicorn did not start") from error
            time.sleep(0.1)


def measured(port: int, group: int, paths: Sequence[str], *, rounds: int, seconds: float) -> dict[str, Any]:
    """Figures of the paths, each asked once untimed and then `rounds` times, or for so many seconds."""
    times: list[float] = []
    queries: list[int] = []
    size = given_up = 0
    for number in range(rounds + 1):
        if number < 2:
            began = time.monotonic()  # what is asked to warm up has as long again
        for path in paths:
            if time.monotonic() - began > seconds and (times or not number):
                break
            took, counted, size = get(port, path)
            if number:
                times.append(took)
                queries.append(counted)
                given_up += not size
    return {
        **summary(times),
        "given_up": given_up,
        "requests_per_second": round(1000 * len(times) / sum(times), 1),
        "sql": max(queries),
        "kb": round(size / 1000),
        "rss_mb": round(resident_bytes(group) / 1e6),
    }


def wait_for_worker(port: int) -> None:
    """Returns when the worker answers at all; it is asked for a page that there is not."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    connection.request("GET", "/there-is-no-such-page/", headers={"Host": "localhost"})
    connection.getresponse().read()
    connection.close()


def get(port: int, path: str) -> tuple[float, int, int]:
    """Milliseconds, SQL queries and bytes; no byte when the site gave up; `RuntimeError` for other trouble."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    began = time.perf_counter()
    connection.request("GET", path, headers={"Host": "localhost"})
    response = connection.getresponse()
    body = response.read()
    took = (time.perf_counter() - began) * 1000
    connection.close()
    if response.headers[GAVE_UP]:
        return took, int(response.headers[HEADER]), 0
    if response.status != 200:
        raise RuntimeError(f"{path} answered {response.status}")
    return took, int(response.headers[HEADER]), len(body)
