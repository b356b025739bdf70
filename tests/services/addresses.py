"""A service of addresses on this machine, that answers as Dataforsyningen's two do; and one that does not."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

KNOWN = (
    ("Storgade 1, 4220 Korsør", 11.1353, 55.3321),
    ("Storgade 1A, 4220 Korsør", 11.1354, 55.3322),
    ("Lilletorv 2, 4230 Skælskør", 11.2953, 55.2521),
)


class Service:
    """What it was asked, and how it behaves: "dawa", "gsearch", "slow", "broken", "down", "huge" or "elsewhere"."""

    def __init__(self) -> None:
        self.behaves = "dawa"
        self.asked: list[str] = []
        self.address = ""

    def answer(self, text: str) -> tuple[int, bytes]:
        words = text.casefold().replace(",", " ").split()
        found = [row for row in KNOWN if all(word in row[0].casefold() for word in words)]
        if self.behaves == "slow":
            time.sleep(1.0)
        if self.behaves == "down":
            return 503, b""
        if self.behaves == "elsewhere":
            return 302, b""
        if self.behaves == "broken":
            return 200, b"<html>Vi lukker</html>"
        if self.behaves == "huge":
            return 200, b"[" + b" " * 300_000 + b"]"
        if self.behaves == "gsearch":
            rows: list[dict[str, Any]] = [
                {"visningstekst": name, "geometri": {"type": "MultiPoint", "coordinates": [[lon, lat]]}}
                for name, lon, lat in found
            ]
        else:
            rows = [{"betegnelse": name, "x": lon, "y": lat, "status": 1} for name, lon, lat in found]
        return 200, json.dumps(rows).encode()


@contextmanager
def running() -> Iterator[Service]:
    """The service on a free port of this machine; `address` goes into ADDRESS_SERVICE_URL."""
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            text = parse_qs(urlsplit(self.path).query).get("q", [""])[0]
            service.asked.append(text)
            status, content = service.answer(text)
            self.send_response(status)
            if status == 302:
                self.send_header("Location", self.path)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            with suppress(BrokenPipeError, ConnectionResetError):  # who has waited long enough is gone
                self.wfile.write(content)

        def log_message(self, *_args: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        service.address = f"http://127.0.0.1:{server.server_port}/adgangsadresser?struktur=mini&q={{address}}"
        try:
            yield service
        finally:
            server.shutdown()
            thread.join()
