"""Other people's web server, on this machine, with all the moods that such have."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@dataclass
class Site:
    """The server's address, and what it was asked: (method, path, headers)."""

    url: str
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    sent: int = 0

    def methods(self, path: str) -> list[str]:
        return [method for method, asked, _headers in self.asked if asked == path]


class Handler(BaseHTTPRequestHandler):
    site: Site
    closing: threading.Event

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def log_message(self, *args: object) -> None:
        """Says nothing."""

    def answer(self) -> None:
        self.site.asked.append((self.command, self.path, dict(self.headers)))
        path = self.path.partition("?")[0]
        codes = {"/ok": 200, "/missing": 404, "/gone": 410, "/fault": 500, "/shut": 403, "/busy": 503}
        moved = {"/moved": (301, "/ok"), "/for-now": (302, "/ok"), "/mixed": (301, "/for-now"), "/a": (301, "/b")}
        moved |= {"/b": (302, "/a"), "/inside": (302, "http://10.0.0.7/"), "/to-missing": (301, "/missing")}
        moved |= {"/file": (302, "file:///etc/passwd")}
        if path in codes:
            self.plain(codes[path])
        elif path in moved:
            self.plain(moved[path][0], Location=moved[path][1])
        elif path.startswith("/far/"):
            self.plain(302, Location=f"/far/{int(path[5:]) + 1}")
        elif path == "/often":
            self.plain(429, **{"Retry-After": "3600"})
        elif path == "/no-head":
            self.plain(405 if self.command == "HEAD" else 200)
        elif path == "/huge":
            self.huge()
        elif path == "/silent":
            self.closing.wait(5)
        elif path == "/drips":
            self.drip()

    def plain(self, code: int, **headers: str) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def huge(self) -> None:
        if self.command == "HEAD":
            self.plain(405)
            return
        self.send_response(200)
        self.end_headers()
        try:
            while not self.closing.is_set():
                self.site.sent += self.wfile.write(b"x" * 65536)
        except OSError:
            return

    def drip(self) -> None:
        """A header without end, a sign at a time: no pause is long, and nothing ever comes of it."""
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
            while not self.closing.is_set():
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.02)
        except OSError:
            return


@pytest.fixture
def site(settings) -> Iterator[Site]:
    settings.LINKS_MAY_BE_LOCAL = True
    closing = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Here", (Handler,), {"closing": closing}))
    server.daemon_threads = True
    found = Site(f"http://127.0.0.1:{server.server_port}")
    server.RequestHandlerClass.site = found
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield found
    closing.set()
    server.shutdown()
    server.server_close()
    thread.join()
