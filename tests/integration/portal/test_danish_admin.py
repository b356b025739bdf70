"""An editor meets no English, wherever they go and whatever they press."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, ngettext, pgettext, trans_real

from tests.factories.desk import Desk, make_desk
from tests.oracles.admin_routes import addresses
from tests.oracles.danish import english_in, english_on, listening

PARTS = 4
# Asked for on the way to something else, and never shown; and the label of a filter in the choice of a workflow's task.
LET_PASS = {"exact", "Task type"}
# What administrators, and only they, still meet in English (docs/danish-admin.md).
FOR_ADMINISTRATORS = re.compile(
    r"(.* \| )?Can (add|change|delete|view|lock|unlock|publish)( .*)?|.* \| .*|Root page|Site name|Page"
)

# Wagtail leaves the file of a new size of a picture to the garbage collector: in memory, or on disk for a JPEG.
UNCLOSED = "ignore:Exception ignored in.*(SpooledTemporaryFile|FileIO)"
pytestmark = [pytest.mark.once, pytest.mark.filterwarnings(UNCLOSED)]

Address = tuple[str, str]


@pytest.fixture
def desk(db: None) -> Desk:
    return make_desk()


@pytest.fixture
def browser(client: Client) -> Client:
    client.raise_request_exception = False
    return client


def answer(client: Client, method: str, address: str) -> HttpResponse:
    """What comes of opening an address, or of pressing its button with nothing typed; nothing of it stays."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        response = getattr(client, method)(address, follow=True)
        response.close()
        transaction.set_rollback(True)
    client.cookies = cookies
    return response


def english_of(response: HttpResponse) -> set[str] | None:
    """The English in an answer that people read; None for what is no page, such as a file."""
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    if response.streaming or response.status_code != 200 or kind not in ("text/html", "application/json"):
        return None
    return english_in(response.json()) if kind == "application/json" else english_on(response.content.decode())


def walk(client: Client, steps: list[Address]) -> Iterator[tuple[Address, set[str]]]:
    """Each page that was read, and the English on it."""
    for method, address in steps:
        with listening() as listener:
            response = answer(client, method, address)
        found = english_of(response)
        if found is not None:
            yield (method, address), (found | listener.missed) - LET_PASS


@pytest.mark.parametrize("part", range(PARTS))
def test_no_address_shows_an_editor_english(browser: Client, desk: Desk, part: int):
    browser.force_login(desk.editor)
    steps = [(method, address) for address in sorted(addresses(desk))[part::PARTS] for method in ("get", "post")]
    pages = dict(walk(browser, steps))
    assert {step: english for step, english in pages.items() if english} == {}
    assert len(pages) > 80


def test_no_address_shows_an_administrator_english(browser: Client, desk: Desk):
    browser.force_login(desk.administrator)
    pages = dict(walk(browser, [("get", address) for address in sorted(addresses(desk))]))
    english = {
        step: {text for text in texts if not FOR_ADMINISTRATORS.fullmatch(text)} for step, texts in pages.items()
    }
    assert {step: texts for step, texts in english.items() if texts} == {}
    assert len(pages) > 250


def test_the_walk_comes_to_all_kinds_of_pages(desk: Desk):
    routes = set(addresses(desk).values())
    views = (
        "list",
        "add",
        "edit",
        "delete",
        "usage",
        "history",
        "copy",
        "revisions_compare",
        "unpublish",
        "workflow_action",
    )
    assert {f"wagtailsnippets_catalogue_activity:{view}" for view in views} <= routes
    assert {"wagtailadmin_home", "wagtailadmin_explore", "wagtailadmin_pages:edit", "wagtailadmin_account"} <= routes
    assert {"wagtailimages:edit", "wagtaildocs:edit", "wagtailadmin_reports:locked_pages"} <= routes
    assert {"fejlmeldinger:edit", "wagtailimages_chooser:choose", "wagtailsettings:edit"} <= routes


def test_english_without_danish_is_heard(browser: Client, desk: Desk, monkeypatch: pytest.MonkeyPatch):
    browser.force_login(desk.editor)
    address = reverse("wagtailadmin_pages:edit", args=[desk.page.pk])
    for catalogue in trans_real.translation("da")._catalog._catalogs:
        monkeypatch.delitem(catalogue, "Save draft", raising=False)
    [(_step, english)] = walk(browser, [("get", address)])
    assert "Save draft" in english


def test_the_listener_hears_what_has_no_danish_and_nothing_else():
    with listening() as listener:
        assert gettext("Save draft") == "Gem kladde"
        assert ngettext("%(count)s image", "%(count)s images", 1) == "%(count)s billede"
        assert gettext("Adgangskode") == "Adgangskode"  # our own
        assert listener.missed == set()
        gettext("A message from nowhere")
        pgettext("somewhere", "A word from nowhere")
        ngettext("One thing from nowhere", "Many things from nowhere", 2)
    assert listener.missed == {"A message from nowhere", "A word from nowhere", "One thing from nowhere"}
    gettext("Another message from nowhere")
    assert len(listener.missed) == 3


@pytest.mark.parametrize(
    "html",
    [
        "<p>Save <b>your</b> page</p>",
        '<button aria-label="Delete this page"></button>',
        '<input placeholder="Search">',
        '<input type="submit" value="Search">',
        "<template><h2>Select the page</h2></template>",
        """<div data-thing='{"label": "Choose a page"}'></div>""",
        '<script type="application/json">{"menu": [{"label": "Edit the page"}]}</script>',
    ],
)
def test_english_on_a_page_is_seen(html: str):
    assert english_on(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p>Gem siden</p>",
        "<script>save('the page')</script>",
        "<code>delete the page</code>",
        '<a lang="en">other languages</a>',
        '<input type="text" value="the page">',
        "<option>America/New_York</option>",
        """<div data-thing='{"action": "delete", "id": "the-page"}'></div>""",
    ],
)
def test_what_is_no_english_text_is_let_pass(html: str):
    assert english_on(html) == set()


def test_english_in_an_answer_for_a_script_is_seen():
    assert english_in({"step": "choose", "html": "<h1>Choose a page</h1>"})
    assert english_in({"message": "The page could not be saved"})
    assert english_in({"step": "choose", "html": "<h1>Vælg en side</h1>"}) == set()
