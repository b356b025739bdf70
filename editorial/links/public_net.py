"""Keeps the portal from asking addresses within its own network, whoever has written them (SSRF).

A name is looked up here, every address it has is judged, and the connection is made to the very address that was
judged: a name that answers differently the second time gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import SplitResult

from django.conf import settings

PORTS = {"http": 80, "https": 443}


class NotPublic(Exception):
    """The address does not lie on the open net."""


class NoSuchHost(Exception):
    """The name is not known."""


def public_address(parts: SplitResult) -> tuple[str, int]:
    """The network address and port to connect to. Raises `NotPublic` or `NoSuchHost`."""
    if parts.scheme not in PORTS or parts.username is not None or parts.password is not None:
        raise NotPublic
    try:
        host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
        # What people write as "æ" in a name goes over the wire as ASCII.
        found = socket.getaddrinfo(host.encode("idna").decode("ascii"), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, ValueError) as error:
        raise NoSuchHost from error
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses:
        raise NoSuchHost
    if not all(is_public(address) for address in addresses):
        raise NotPublic
    # The older kind first: many servers still lack a way out by the newer.
    return min(addresses, key=lambda address: ":" in address), port


def is_public(address: str) -> bool:
    """Whether a network address may be asked. `LINKS_MAY_BE_LOCAL` lets loopback through, for tests."""
    number = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(number, "ipv4_mapped", None) or number
    if settings.LINKS_MAY_BE_LOCAL and mapped.is_loopback:
        return True
    return mapped.is_global and not mapped.is_multicast
