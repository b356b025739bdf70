"""Reading a spreadsheet in, the whole way of an editor's file, beside a plain `bulk_create` of the same rows."""

from __future__ import annotations

import gc
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from catalogue.models import Activity, Organisation, SheetImport
from catalogue.models.sheet_import import Outcome
from catalogue.sheets.writing import workbook_of
from search.indexing.applying import apply_changes

from ..catalogue import make_catalogue
from .filling import Filling

Figures = dict[str, Any]
EDITOR = "maaler@portal.example"
UPLOADED, CHANGED = "aktiviteter.xlsx", "aendrede.xlsx"


def prepared(size: int, rows: int, folder: Path) -> Figures:
    """Makes the file: `rows` more activities than the catalogue has, as the portal writes them; keeps none of them."""
    editor = _editor()
    # Nothing is published without a way to join it.
    Organisation.objects.update(phone="00 12 34 56", email="mail@forening.example", website="https://forening.example/")
    filling = Filling(make_catalogue(size))
    with transaction.atomic():
        filling.look_up()
        filling.add(list(filling.catalogue.activities(range(size, size + rows))))
        added = Activity.objects.order_by("-pk")[:rows]
        content = workbook_of(added, by=editor)
        Activity.objects.filter(pk__in=[one.pk for one in added]).update(summary="Noget andet end før.", age_max=99)
        changed = workbook_of(Activity.objects.order_by("-pk")[:rows], by=editor)
        transaction.set_rollback(True)
    (folder / UPLOADED).write_bytes(content)
    (folder / CHANGED).write_bytes(changed)
    return {"kb": round(len(content) / 1000)}


def measured(way: str, size: int, rows: int, folder: Path) -> Figures:
    """Seconds, SQL queries and MB of memory at the peak, in a process that has done nothing else."""
    settings.SEARCH_MAINTENANCE_SECONDS = None  # nobody else works in this process meanwhile
    return _by_bulk_create(size, rows) if way == "bulk" else _by_the_editor(rows, folder)


def _by_bulk_create(size: int, rows: int) -> Figures:
    filling = Filling(make_catalogue(size))
    filling.look_up()
    made = list(filling.catalogue.activities(range(size, size + rows)))

    def create() -> None:
        with transaction.atomic():
            filling.add(made)

    return {"write": _timed(create), "written": len(made)}


def _by_the_editor(rows: int, folder: Path) -> Figures:
    """Upload and trial, then the import, each a request; then what the index has left to follow, and two more files."""
    content, changed = ((folder / name).read_bytes() for name in (UPLOADED, CHANGED))
    client = Client()
    client.force_login(_editor())
    # What a process does at its first request is not the file's.
    client.get(reverse("ind_og_ud:index"), headers={"Host": "localhost"})
    found = {"trial": _timed(lambda: _post(client, reverse("ind_og_ud:index"), file=_file(content)))}
    kept = SheetImport.objects.defer("content").get()
    address = reverse("ind_og_ud:trial", args=[kept.pk])
    found["write"] = _timed(lambda: _post(client, address, hvad="alt"))
    found["index"] = _timed(apply_changes)
    found["again"] = _timed(lambda: _post(client, reverse("ind_og_ud:index"), file=_file(content)))
    unchanged = SheetImport.objects.first().rows.filter(outcome=Outcome.UNCHANGED).count()
    _post(client, reverse("ind_og_ud:index"), file=_file(changed))
    address = reverse("ind_og_ud:trial", args=[SheetImport.objects.defer("content").first().pk])
    found["change"] = _timed(lambda: _post(client, address, hvad="alt"))
    written = kept.rows.filter(outcome=Outcome.NEW).count()
    told = (written, unchanged, Activity.objects.filter(summary="Noget andet end før.", live=True).count())
    if told != (rows, rows, rows):
        raise RuntimeError(f"{told} of {rows} rows were read in, unchanged in the same file again, and changed")
    return {**found, "written": written}


def _file(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(UPLOADED, content)


def _post(client: Client, address: str, **data: Any) -> None:
    response = client.post(address, data, headers={"Host": "localhost"})
    if response.status_code != 302:
        raise RuntimeError(f"{address} answered {response.status_code}")


def _editor() -> Any:
    people = get_user_model()
    return people.objects.get_or_create(
        **{people.USERNAME_FIELD: EDITOR}, defaults={"is_superuser": True, "is_staff": True}
    )[0]


def _timed(call: Callable[[], Any]) -> Figures:
    queries = 0

    def count(execute: Callable[..., Any], *arguments: Any) -> Any:
        nonlocal queries
        queries += 1
        return execute(*arguments)

    gc.collect()
    before, began = _peak_mb(), time.perf_counter()
    with connection.execute_wrapper(count):
        call()
    return {
        "seconds": round(time.perf_counter() - began, 3),
        "sql": queries,
        "peak_mb": _peak_mb(),
        "more_mb": _peak_mb() - before,
    }


def _peak_mb() -> int:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
