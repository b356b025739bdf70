"""PostgreSQL on a socket of its own, tuned to be quick and forgetful."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from .process import Running, ServiceError, as_ordinary_user, end, hand_over, launch, new_home, wait_for

NAME = "portal"
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "listen_addresses": ""}
# The planner takes the few rows of a test for many, and spends seconds on compiling what runs for milliseconds.
PLANNING = {"jit": "off"}


def programs() -> Path | None:
    """The folder with `initdb` and `postgres`, the newest where there are several; None when not installed."""
    # Debian keeps the server's programs out of PATH, one folder for each major version.
    versions = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    if versions:
        return max(versions, key=lambda path: int(path.parent.name))
    found = shutil.which("initdb")
    return Path(found).parent if found else None


def start() -> Running:
    """A new, empty cluster with one database; raises `ServiceError` when PostgreSQL is not installed."""
    folder = programs()
    if folder is None:
        raise ServiceError("PostgreSQL is not installed. Run bin/install-services, or: apt-get install postgresql")
    home = new_home("postgresql")
    data, socket = home / "data", home / "socket"
    socket.mkdir()
    hand_over(socket)
    _run(folder / "initdb", "--pgdata", data, "--username", NAME, "--auth", "trust", "--no-sync", "--encoding", "UTF8",
         "--locale", "C.UTF-8", "--locale-provider", "icu", "--icu-locale", "da", home=home)  # fmt: skip
    options = [item for name, value in {**FORGETFUL, **PLANNING}.items() for item in ("-c", f"{name}={value}")]
    process = launch([str(folder / "postgres"), "-D", str(data), "-k", str(socket), *options], home=home)
    is_ready = [str(folder / "pg_isready"), "--host", str(socket), "--quiet"]
    wait_for(lambda: subprocess.call(is_ready) == 0, "PostgreSQL", process, home=home, seconds=60)
    try:
        _run(folder / "createdb", "--host", socket, "--username", NAME, NAME, home=home)
    except ServiceError:
        end(process.pid, home)
        raise
    return Running(url=f"postgres://{NAME}@/{socket}/{NAME}", pid=process.pid, home=str(home))


def _run(program: Path, *arguments: object, home: Path) -> None:
    command = [str(program), *map(str, arguments)]
    result = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False, **as_ordinary_user())
    if result.returncode:
        raise ServiceError(f"{program.name} failed:\n{result.stderr.strip()}")
