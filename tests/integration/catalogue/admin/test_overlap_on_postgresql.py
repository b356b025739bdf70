"""Two who press at the same moment: one saves, the other is told."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from catalogue.models import Activity

from . import typed
from .test_overlap import address, at_work, newest, opened

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
WAITING = "select count(distinct pid) from pg_locks where not granted"


def press(client: Client, activity: Activity, posted: dict) -> tuple[int, str]:
    """What comes of pressing, in a thread with a connection of its own."""
    try:
        answer = client.post(address(activity), posted)
        return answer.status_code, answer.content.decode()
    finally:
        connection.close()


def wait_until_both_wait() -> None:
    """Return when two others wait for a lock."""
    give_up = time.monotonic() + 20
    while time.monotonic() < give_up:
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            if cursor.fetchone()[0] == 2:
                return
        time.sleep(0.05)
    pytest.fail("they do not wait for one another")


@pytest.mark.parametrize("action", ["action-save", "action-publish"])
def test_of_two_at_the_same_moment_one_saves_and_the_other_is_told(action: str):
    rikke, lars = at_work("Rikke"), at_work("Lars")
    data = typed.activity(title="Krolf", slug="krolf")
    rikke.post(reverse("wagtailsnippets_catalogue_activity:add"), data | {"action-publish": "1"})
    activity = Activity.objects.get()
    hers = data | opened(rikke, activity) | {"title": "Krolf i parken", action: "1"}
    his = data | opened(lars, activity) | {"title": "Krolf for alle", action: "1"}
    with ThreadPoolExecutor(2) as threads:
        with transaction.atomic():
            Activity.objects.select_for_update().get(pk=activity.pk)
            pressed = [threads.submit(press, rikke, activity, hers), threads.submit(press, lars, activity, his)]
            wait_until_both_wait()
        answers = {one.result(timeout=60) for one in pressed}
    assert sorted(status for status, _page in answers) == [200, 302]
    page = next(page for status, page in answers if status == 200)
    assert "Dit er ikke gemt endnu" in page
    saved = newest(activity).title
    assert {saved, "Krolf"} < {"Krolf", "Krolf i parken", "Krolf for alle"}
    assert saved in page, "what the other saved is told"
