"""`python3 -m tests.services SERVICE start|stop|url|installed`, behind `bin/postgresql` and `bin/elasticsearch`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from types import ModuleType

from . import elasticsearch, postgresql
from .process import Running, ServiceError, end

SERVICES: dict[str, ModuleType] = {"elasticsearch": elasticsearch, "postgresql": postgresql}
DEFAULT_STATE = Path(__file__).resolve().parents[2] / "var" / "services"


def state_file(service: str) -> Path:
    """Where the running server is remembered: the project's `var/services/`, or the folder in `SERVICES_STATE`."""
    return Path(os.environ.get("SERVICES_STATE") or DEFAULT_STATE) / f"{service}.json"


def start(service: str) -> str:
    """Start unless it runs already; returns the address."""
    running = Running.load(state_file(service))
    if running is None:
        running = SERVICES[service].start()
        running.save(state_file(service))
    return running.url


def stop(service: str) -> None:
    """Stop it and forget it; nothing to do when it does not run."""
    running = Running.load(state_file(service))
    if running is not None:
        end(running.pid, running.home)
    state_file(service).unlink(missing_ok=True)


def url(service: str) -> str | None:
    """The address of the running server, or None."""
    running = Running.load(state_file(service))
    return running.url if running else None


def main() -> int:
    """Run one verb; exits 1 with a sentence on standard error when it cannot be done."""
    parser = argparse.ArgumentParser(description="Start and stop a server for tests and benchmarks.")
    parser.add_argument("service", choices=SERVICES)
    parser.add_argument("verb", choices=["start", "stop", "url", "installed"])
    arguments = parser.parse_args()
    try:
        return _run(arguments.service, arguments.verb)
    except ServiceError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _run(service: str, verb: str) -> int:
    if verb == "stop":
        stop(service)
        return 0
    if verb == "installed":
        return 0 if SERVICES[service].programs() else 1
    address = start(service) if verb == "start" else url(service)
    if address is None:
        raise ServiceError(f"{service} is not running. Start it with: bin/{service} start")
    sys.stdout.write(f"{address}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
