"""Which content the portal shows now: a token in the database, read by each process at most once a second.

A page that is kept is kept under the token, so renewing the token makes every page new in every process within a
second; nothing has to be found and deleted.
"""

from __future__ import annotations

import logging
import threading
import time
import uuid
from typing import Any

from django.db import DatabaseError, transaction
from django.dispatch import Signal
from django.utils import timezone

from portal.models import ContentVersion

logger = logging.getLogger(__name__)

# Another process's change is seen after at most this many seconds.
SECONDS = 1.0
# Sent in each process when it learns that the content has changed.
content_changed = Signal()


class _Known:
    """What this process knows of the token."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.forget()

    def forget(self) -> None:
        """Makes the next question ask the database."""
        self._token, self._until = "", 0.0

    def token(self) -> str:
        """The token; one thread asks the database, and the others go on with what is known meanwhile."""
        if time.monotonic() < self._until:
            return self._token
        if self._lock.acquire(blocking=not self._token):
            try:
                if time.monotonic() >= self._until:
                    self._read()
            finally:
                self._lock.release()
        return self._token

    def _read(self) -> None:
        earlier = self._token
        try:
            self._token = _stored() or "none"
        except DatabaseError as error:
            # What is kept is better than nothing while the database is away.
            logger.warning("The version of the content cannot be read; pages that are kept are shown: %s", error)
            self._token = self._token or "none"
        self._until = time.monotonic() + SECONDS
        if earlier not in ("", self._token):
            content_changed.send(sender=_Known)


class _Waiting(threading.local):
    """Whether this thread has changed something since it last renewed the token."""

    changed = False


_known = _Known()
_waiting = _Waiting()
current = _known.token
forget = _known.forget


def renew_on_commit(using: str | None = None) -> None:
    """Renews the token once the transaction is committed, however often it is asked to."""
    _waiting.changed = True
    transaction.on_commit(_renew_once, using=using, robust=True)


def settled() -> str | None:
    """The token; None while this thread has changes that are not committed, which nobody else may see yet."""
    return None if _waiting.changed and transaction.get_connection().in_atomic_block else current()


def renew() -> None:
    """Renews the token now."""
    _waiting.changed = False
    chosen: dict[str, Any] = {"token": uuid.uuid4().hex, "changed_at": timezone.now()}
    ContentVersion.objects.update_or_create(pk=1, defaults=chosen)
    forget()
    content_changed.send(sender=_Known)


def _renew_once() -> None:
    """The first of a transaction's callbacks renews the token for all of them."""
    if _waiting.changed:
        _waiting.changed = False
        renew()


def _stored() -> str | None:
    return ContentVersion.objects.filter(pk=1).values_list("token", flat=True).first()
