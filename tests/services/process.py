"""Running a server in the background, as an ordinary user; once stopped, it is gone without a trace."""

from __future__ import annotations

import contextlib
import json
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

UNPRIVILEGED = "nobody"

# Servers outlive the function that starts them; Python warns of a child that is forgotten while it runs.
_children: list[subprocess.Popen] = []


class ServiceError(Exception):
    """The server is not installed, did not start or did not stop; the text says what to do."""


@dataclass(frozen=True)
class Running:
    """A started server: its address, the process to end, and the folder that goes with it."""

    url: str
    pid: int
    home: str

    def save(self, state: Path) -> None:
        """Write this beside other servers' state, so that another process can find and stop it."""
        state.parent.mkdir(parents=True, exist_ok=True)
        state.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def load(cls, state: Path) -> Running | None:
        """What was saved, or None when nothing was or its process is gone."""
        if not state.exists():
            return None
        running = cls(**json.loads(state.read_text(encoding="utf-8")))
        return running if is_alive(running.pid) else None


def cache_folder() -> Path:
    """Where downloaded servers are kept, outside the project so that every clone shares them.

    Root's own cache cannot be read by the user that the server runs as, therefore root uses the machine's.
    """
    if chosen := os.environ.get("INDSATSKATALOG_CACHE"):
        return Path(chosen)
    if os.geteuid() == 0:
        return Path("/var/cache/indsatskatalog")
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "indsatskatalog"


def new_home(name: str) -> Path:
    """A fresh folder for a server's data, owned by the user it will run as."""
    # Not below TMPDIR: the path of a unix socket has to be short.
    home = Path(tempfile.mkdtemp(prefix=f"indsatskatalog-{name}-", dir="/tmp"))
    hand_over(home)
    return home


def hand_over(*paths: Path) -> None:
    """Give the paths to the user that servers run as; nothing to do unless we are root."""
    if os.geteuid() == 0:
        user = pwd.getpwnam(UNPRIVILEGED)
        for path in paths:
            os.chown(path, user.pw_uid, user.pw_gid)


def as_ordinary_user() -> dict[str, Any]:
    """Arguments for `subprocess` that drop root's rights: both servers refuse to run as root."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam(UNPRIVILEGED)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def launch(
    command: list[str], *, home: Path, environment: dict[str, str] | None = None, keep_rights: bool = False
) -> subprocess.Popen:
    """Start `command` in the background, its output in `home`/output.log; root's rights are dropped unless kept."""
    log = home / "output.log"
    with log.open("wb") as output, _heeding_interrupts():
        process = subprocess.Popen(
            command,
            cwd=home,
            env={**os.environ, "HOME": str(home), **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **({} if keep_rights else as_ordinary_user()),
        )
    _children.append(process)
    return process


@contextlib.contextmanager
def _heeding_interrupts() -> Iterator[None]:
    """A shell's background jobs ignore SIGINT, and so would the server that one starts: yet it is how servers end."""
    ignored = signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    if ignored:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        if ignored:
            signal.signal(signal.SIGINT, signal.SIG_IGN)


def wait_for(ready: Callable[[], bool], name: str, process: subprocess.Popen, *, home: Path, seconds: float) -> None:
    """Return once `ready()`; raise `ServiceError` with the end of the log when the server ends or takes too long."""
    give_up = time.monotonic() + seconds
    while not ready():
        ended = process.poll() is not None
        if ended or time.monotonic() > give_up:
            reason = f"ended with {process.returncode}" if ended else f"was not ready after {seconds:.0f} s"
            tail = (home / "output.log").read_text(errors="replace")[-2000:]
            end(process.pid, home)
            raise ServiceError(f"{name} {reason}. The end of its log:\n{tail}")
        time.sleep(0.1)


def end(pid: int, home: str | Path, *, seconds: float = 30) -> None:
    """Stop a server and remove its folder; a process that is already gone is fine."""
    give_up = time.monotonic() + seconds
    asked = signal.SIGINT
    while is_alive(pid):
        os.kill(pid, asked)
        if time.monotonic() > give_up:
            asked = signal.SIGKILL
        time.sleep(0.2)
    shutil.rmtree(home, ignore_errors=True)


def is_alive(pid: int) -> bool:
    """Whether the process exists and is more than a finished child that nobody has collected."""
    # Another process may have started it; then there is nothing to collect.
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
