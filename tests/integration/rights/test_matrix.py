"""Role × route × verb, beside the reviewed table.

A route without a row, a row without a route and another answer than the table's all fail. After a look at what has
changed, `python -m tests.integration.rights --write` makes the table anew; read its diff as you would read code.
"""

from __future__ import annotations

import os

import pytest
from django.db import transaction
from django.test import Client, override_settings

from accounts.roles import Role
from search.documents.registry import all_documents
from search.engines import get_engine

from . import table
from .asking import LOGIN, ODD, outcome, status, undrawn
from .routes import Route, all_routes
from .world import ROLES, World, make_world

# Wagtail leaves files that it serves or makes to the garbage collector.
UNCLOSED = ("ignore:Exception ignored:pytest.PytestUnraisableExceptionWarning", "ignore:.*nclosed file:ResourceWarning")
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.once,
    *map(pytest.mark.filterwarnings, UNCLOSED),
]
MOST_SHOWN = 40
# Where one's own and a stranger's are two things.
NOT_FOR_ALL = ("admin/", "henvisninger/")
ADVICE = (
    "tests/integration/rights/tables/ is not what the portal does. Its columns: route, verb, "
    f"{', '.join(table.COLUMNS)}. When it is right so, run python -m tests.integration.rights --write"
)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, tmp_path_factory):
    """The whole portal, made once and taken away at the end."""
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=str(tmp_path_factory.mktemp("media"))),
        transaction.atomic(),
    ):
        made = make_world()
        get_engine().rebuild(all_documents())
        yield made
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def found(world: World) -> table.Rows:
    """What each role gets at each route today."""
    clients = {None: Client(raise_request_exception=False)}
    for role in ROLES:
        clients[role] = Client(raise_request_exception=False)
        clients[role].force_login(world.users[role])
    with undrawn():
        return {
            (route.table, route.written, verb): tuple(_ask(world, clients[role], role, route, verb) for role in clients)
            for route in all_routes()
            for verb in table.VERBS
        }


def _ask(world: World, client: Client, role: str | None, route: Route, verb: str) -> str:
    user = world.users[role] if role else None
    signed_in = user is not None and user.has_perm("wagtailadmin.access_admin")
    own = route.address(world.values(route, user, own=True))
    foreign = route.address(world.values(route, user, own=False))
    first = status(client, verb, own, signed_in=signed_in)
    # Those who work everywhere have no strangers, and what citizens see is nobody's own.
    alike = role in (Role.EDITOR, Role.ADMINISTRATOR) or not route.written.startswith(NOT_FOR_ALL)
    if own == foreign or first == LOGIN or alike:
        return outcome(first, None)
    return outcome(first, status(client, verb, foreign, signed_in=signed_in))


def test_every_answer_is_the_tables(found: table.Rows):
    if os.environ.get("RIGHTS") == "write":
        table.write(found)
    lines = table.differences(found, table.read())
    more = [f"… and {len(lines) - MOST_SHOWN} more"] if len(lines) > MOST_SHOWN else []
    assert not lines, "\n".join([ADVICE, *lines[:MOST_SHOWN], *more])


def test_nobody_gets_to_anothers_but_not_to_their_own(found: table.Rows):
    assert [key for key, row in found.items() if ODD in row] == []
