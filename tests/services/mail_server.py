"""A mail server on loopback that a test can let refuse, hang up, or hold its answer back."""

from __future__ import annotations

import email
import email.policy
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage


class MailServer(socketserver.ThreadingTCPServer):
    """Keeps the mails it takes in `taken`.

    `answer` is asked for each mail that has come whole, with its number from 1, and returns what the server says; "" is
    to hang up. A mail that is answered with 250 is taken.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int = 0, answer: Callable[[int], str] = lambda number: "250 taken") -> None:
        super().__init__(("127.0.0.1", port), _Conversation)
        self.answer = answer
        self.taken: list[EmailMessage] = []
        self.conversations = 0
        self.lock = threading.Lock()
        self._come = 0

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    def receivers(self) -> list[str]:
        """To whom the mails it has taken went, in order."""
        return sorted(str(mail["To"]) for mail in self.taken)

    def come(self, text: bytes) -> str:
        """A mail has come whole; what to say."""
        with self.lock:
            self._come += 1
            number = self._come
        said = self.answer(number)
        if said.startswith("250"):
            with self.lock:
                self.taken.append(email.message_from_bytes(text, policy=email.policy.default))
        return said


class _Conversation(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        with self.server.lock:
            self.server.conversations += 1
        self._say("220 ready")
        for line in iter(self.rfile.readline, b""):
            word = line[:4].upper().strip()
            if word == b"DATA":
                self._say("354 go on")
                said = self.server.come(b"".join(iter(self._text_line, None)))
                if not said:
                    return
                self._say(said)
            elif word == b"QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 well")

    def _text_line(self) -> bytes | None:
        line = self.rfile.readline()
        return None if line in (b".\r\n", b"") else line.removeprefix(b".")

    def _say(self, words: str) -> None:
        # Whoever asked may have been killed meanwhile.
        try:
            self.wfile.write(words.encode() + b"\r\n")
        except OSError:
            return


@contextmanager
def serving(server: MailServer) -> Iterator[MailServer]:
    """Serve in the background."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def unused_port() -> int:
    """A port where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
