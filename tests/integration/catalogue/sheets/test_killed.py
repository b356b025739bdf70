"""A process that is killed while it reads a spreadsheet in leaves nothing half done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from catalogue.actions.try_import import carry_out, try_import
from catalogue.models import Activity, SheetImport
from catalogue.models.sheet_import import ImportState
from tests.factories.spreadsheets import good_row, workbook

ROWS = 20
# All rows are written, and nothing is committed.
DIE = """
import os, signal
import django
django.setup()
from catalogue.actions import try_import
from catalogue.models import Activity, SheetImport
real = try_import.import_rows
def write_and_die(**arguments):
    real(**arguments)
    print(Activity.objects.count(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
try_import.import_rows = write_and_die
kept = SheetImport.objects.get()
try_import.carry_out(kept=kept, only_good=False, by=kept.user)
"""


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_sheet_that_is_killed_while_it_is_read_in_is_read_in_whole_the_next_time(town, editor, tmp_path):
    content = workbook([good_row(Titel=f"Sangaften {number}") for number in range(ROWS)])
    kept = try_import(content=content, file_name="sang.xlsx", by=editor)
    url = os.environ["DATABASE_URL"].rpartition("/")[0] + "/" + connection.settings_dict["NAME"]
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        "PYTHONPATH": str(Path(settings.BASE_DIR)),
    }
    command = [sys.executable, "-c", DIE]
    died = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert (died.returncode, died.stdout) == (-signal.SIGKILL, f"{ROWS}\n"), died.stderr
    assert not Activity.objects.exists()
    assert SheetImport.objects.get().state == ImportState.TRIED
    for _again in range(2):
        assert carry_out(kept=kept, only_good=False, by=editor).state == ImportState.DONE
        assert Activity.objects.count() == ROWS
