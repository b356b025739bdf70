"""A server on loopback that answers as it is told, for what no real one does on demand."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Request:
    """What came in."""

    method: str
    path: str
    headers: dict[str, str]
    body: str

    @property
    def lines(self) -> list[Any]:
        """The body's lines, each read as JSON."""
        return [json.loads(line) for line in self.body.splitlines()]


@dataclass
class Answer:
    """What goes out; `product` is how Elasticsearch tells that it is Elasticsearch."""

    status: int = 200
    body: Any = None
    product: str = "Elasticsearch"


@dataclass
class FakeServer:
    """`answer` decides what each request gets; `requests` are those that came."""

    answer: Callable[[Request], Answer]
    requests: list[Request] = field(default_factory=list)
    address: str = ""


@contextmanager
def fake_server(answer: Callable[[Request], Answer]) -> Iterator[FakeServer]:
    """A running server; `address` is the `SEARCH_URL` of an index there."""
    fake = FakeServer(answer)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            headers = {name.lower(): value for name, value in self.headers.items()}
            request = Request(self.command, self.path, headers, self.rfile.read(length).decode())
            fake.requests.append(request)
            given = fake.answer(request)
            body = json.dumps(given.body or {}).encode()
            self.send_response(given.status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            if given.product:
                self.send_header("x-elastic-product", given.product)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = do_POST = do_DELETE = handle_any

        def log_message(self, format: str, *args: Any) -> None:
            """Keeps quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    fake.address = f"elasticsearch://127.0.0.1:{server.server_port}/katalog"
    try:
        yield fake
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
