"""Asking a route as somebody, and reading the answer as allow, deny, login, own or none.

Nothing is drawn and nothing stays changed: only whether somebody gets in is of interest.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.db import transaction
from django.http import HttpResponse
from django.template.base import Template
from django.test import Client
from django.utils.safestring import SafeString

ALLOW, DENY, LOGIN, OWN, ODD = "allow", "deny", "login", "own", "odd"
# The route has no such verb; Wagtail breaks on an empty form; there is no such thing, whoever asks.
NONE, ERROR, MISSING = "none", "error", "404"

# Wagtail's way to the sign-in, and everybody else's.
ASKED_TO_SIGN_IN = re.compile(r"/admin/login/|/konto/log-ind/\?next=")


@contextmanager
def undrawn() -> Iterator[None]:
    """Answers without pages, and without a line in the log for each that is refused."""
    logging.disable(logging.CRITICAL)
    try:
        with patch.object(Template, "render", lambda *args, **kwargs: SafeString("")):
            yield
    finally:
        logging.disable(logging.NOTSET)


def status(client: Client, verb: str, address: str, *, signed_in: bool) -> int | str:
    """The status of the answer, or `LOGIN`; what was written for it is taken back."""
    # Wagtail says no to a script with 403, and to a person with a way to the front page.
    headers = {"X-Requested-With": "XMLHttpRequest"} if signed_in else {}
    cookies = client.cookies.copy()
    with transaction.atomic():
        response: HttpResponse = client.generic(verb, address, headers=headers)
        transaction.set_rollback(True)
    client.cookies = cookies  # somebody who has signed out is still in for the next question
    if response.status_code == 302 and ASKED_TO_SIGN_IN.match(response.headers["Location"]):
        return LOGIN
    return response.status_code


def outcome(own: int | str, foreign: int | str | None) -> str:
    """One word for the answers about one's own thing and, where there is one, about a stranger's."""
    if own == 404:
        return MISSING
    if own == 405:
        return NONE
    here = _word(own, own)
    if foreign is None:
        return here
    there = _word(foreign, own)
    if here == there:
        return here
    return OWN if (here, there) == (ALLOW, DENY) else ODD


def _word(answer: int | str, own: int | str) -> str:
    if answer == LOGIN:
        return LOGIN
    if answer == 500:
        return ERROR
    # A thing that is not found, where one's own is, is denied.
    return DENY if answer == 403 or (answer == 404 and own != 404) else ALLOW
