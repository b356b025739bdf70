"""What one process publishes shows in another within two seconds, carried by the database alone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from portal.caching import version
from tests.factories.catalogue import ActivityFactory

PUBLISH = """
import django
django.setup()
from catalogue.models import Activity
activity = Activity.objects.get()
activity.title = "Koret på Havnen"
activity.save_revision().publish()
"""


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_what_another_process_publishes_shows_within_two_seconds(client, tmp_path):
    activity = ActivityFactory(title="Koret på Kanten")
    version.renew()
    address = activity.get_absolute_url()
    # The first visit makes the site's settings, which makes pages new.
    for _ in range(2):
        client.get(address)
    assert client.get(address)["X-Page-Cache"] == "hit"
    database = connection.settings_dict
    url = os.environ["DATABASE_URL"].rpartition("/")[0] + "/" + database["NAME"]
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        "PYTHONPATH": str(Path(settings.BASE_DIR)),
    }
    subprocess.run([sys.executable, "-c", PUBLISH], env=environment, cwd=tmp_path, check=True)
    published = time.monotonic()
    while "Koret på Havnen" not in client.get(address).content.decode():
        assert time.monotonic() - published < 2
        time.sleep(0.1)
