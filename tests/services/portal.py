"""The portal itself, as `make demo` serves it, with a database, an index and pictures of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

from .process import Running, ServiceError, launch, wait_for

ROOT = Path(__file__).resolve().parents[2]


def environment(home: Path) -> dict[str, str]:
    """Settings that keep everything the portal writes below `home`."""
    return {
        "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
        "DATABASE_URL": f"sqlite:///{home / 'db.sqlite3'}",
        "SEARCH_URL": f"tantivy://{home / 'search'}",
        "MEDIA_ROOT": str(home / "media"),
        "STATIC_ROOT": str(home / "static"),
        "EMAIL_URL": f"filemail:///{mails(home)}",
        "WORKERS": "1",
    }


def mails(home: Path) -> Path:
    """The folder into which a portal below `home` writes its mails, a file for each time it connects."""
    return home / "mails"


def start(home: Path) -> Running:
    """Fill a portal with the example catalogue below `home` and serve it on a free port.

    Raises `ServiceError` when it cannot be filled or does not answer.
    """
    chosen = environment(home)
    _run([ROOT / "bin" / "fill"], chosen)
    return _serve(home, chosen)


def start_as_it_stands(home: Path) -> Running:
    """Serve what `make setup` has put into var/, on a free port; it is filled first only where nothing is there.

    With the settings for development, static files need not be collected. Only the log lies below `home`. Raises
    `ServiceError` when it cannot be filled or does not answer.
    """
    if not (ROOT / "var" / "db.sqlite3").exists():
        _run([ROOT / "bin" / "fill"], {})
    return _serve(home, {"DJANGO_SETTINGS_MODULE": "portal.settings.dev", "WORKERS": "1"})


def serve_beside(running: Running, home: Path, more: dict[str, str]) -> Running:
    """Serve the same data as `running`, which `start` gave, with more settings; only the log lies below `home`."""
    return _serve(home, {**environment(Path(running.home)), **more})


def _run(command: list[str | Path], chosen: dict[str, str]) -> None:
    done = subprocess.run(command, env={**os.environ, **chosen}, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ServiceError(f"{' '.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")


def _serve(home: Path, chosen: dict[str, str]) -> Running:
    port = _free_port()
    url = f"http://localhost:{port}"
    process = launch(
        [str(ROOT / "bin" / "serve"), str(port)], home=home, environment={**chosen, "BASE_URL": url}, keep_rights=True
    )
    wait_for(lambda: _answers(url), "The portal", process, home=home, seconds=60)
    return Running(url=url, pid=process.pid, home=str(home))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return response.status == 200
    except urllib.error.HTTPError:
        return True
    except (urllib.error.URLError, TimeoutError):
        return False
