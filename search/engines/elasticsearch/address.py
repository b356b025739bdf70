"""What `SEARCH_URL` says of an Elasticsearch: `elasticsearch://[user:password@]host[:9200]/index[?tls=true&…]`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

DEFAULT_PORT = 9200
DEFAULT_INDEX = "indsatskatalog"
DEFAULT_TIMEOUT = 0.8
OPTIONS = ("tls", "ca_certs", "api_key", "timeout")
INDEX_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}\Z")
YES_OR_NO = {"true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server is, the index's name, and how long a search may take, in seconds.

    `credentials` are arguments for the client, and are kept out of what is printed.
    """

    host: str
    index: str
    timeout: float = DEFAULT_TIMEOUT
    credentials: dict[str, Any] = field(default_factory=dict, repr=False)

    @classmethod
    def parse(cls, url: str) -> Address:
        """The address in `url`; raises `ImproperlyConfigured` for what cannot be read, without showing a password."""
        parts = urlsplit(url)
        options = _options(parts)
        tls = options.get("tls", "false").lower()
        if tls not in YES_OR_NO:
            raise ImproperlyConfigured(f"SEARCH_URL: tls is {tls!r}; it should be true or false.")
        scheme = "https" if YES_OR_NO[tls] else "http"
        return cls(
            host=f"{scheme}://{_host(parts)}",
            index=_index(parts),
            timeout=_seconds(options.get("timeout", str(DEFAULT_TIMEOUT))),
            credentials=_credentials(parts, options),
        )


def _options(parts: SplitResult) -> dict[str, str]:
    options = dict(parse_qsl(parts.query))
    unknown = sorted(options.keys() - set(OPTIONS))
    if unknown:
        raise ImproperlyConfigured(
            f"SEARCH_URL has the unknown option {', '.join(unknown)}; there are {', '.join(OPTIONS)}."
        )
    return options


def _host(parts: SplitResult) -> str:
    try:
        port = parts.port or DEFAULT_PORT
    except ValueError as error:
        raise ImproperlyConfigured("SEARCH_URL: the port should be a number, as in host:9200.") from error
    if not parts.hostname:
        raise ImproperlyConfigured("SEARCH_URL names no host; write elasticsearch://HOST:9200/indsatskatalog.")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{host}:{port}"


def _index(parts: SplitResult) -> str:
    name = parts.path.strip("/") or DEFAULT_INDEX
    if not INDEX_NAME.match(name):
        raise ImproperlyConfigured(
            f"SEARCH_URL: {name!r} cannot name an index; use lower-case letters, digits, hyphens and underscores."
        )
    return name


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.05 <= seconds <= 60:
        raise ImproperlyConfigured(f"SEARCH_URL: timeout is {text!r}; it should be seconds, between 0.05 and 60.")
    return seconds


def _credentials(parts: SplitResult, options: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if parts.username and options.get("api_key"):
        raise ImproperlyConfigured("SEARCH_URL has both a user and an api_key; choose one.")
    if parts.username:
        found["basic_auth"] = (unquote(parts.username), unquote(parts.password or ""))
    if options.get("api_key"):
        found["api_key"] = options["api_key"]
    if options.get("ca_certs"):
        found["ca_certs"] = options["ca_certs"]
    return found
