"""How gunicorn runs the portal, where its command line says nothing else; it reads this file by itself."""

from typing import Any


def post_worker_init(_worker: Any) -> None:
    """The worker reads its word lists and makes its first pages before it takes a visitor."""
    from django.apps import apps

    if apps.is_installed("portal"):
        from portal.warming import warm

        warm()
