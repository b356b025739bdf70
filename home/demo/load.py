"""Loading the whole example: catalogue, pages, pictures and users."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from catalogue.actions.import_catalogue import ImportResult, Progress, import_catalogue

from .additions import completion
from .further import load_further
from .identity import MOMENT, uuid_for
from .images import load_images
from .indexing import indexed_together
from .pages import load_pages
from .school_holidays import load_school_holidays
from .users import SignIn, load_users

DATA = Path(__file__).parent / "data"
FILES = [DATA / name for name in ("vocabulary.json", "slagelse.json", "odsherred.json", "herning.json")]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a run did: the import's counts, the number of new pages, and how to sign in."""

    catalogue: ImportResult
    new_pages: int
    sign_ins: list[SignIn]


@transaction.atomic
def load_demo(*, with_users: bool, progress: Progress = lambda items, label: items) -> Loaded:
    """Add what is missing of the example, the same every time; what is there, edited or not, is left alone."""
    with indexed_together():
        images = load_images()
        catalogue = import_catalogue(
            paths=FILES,
            by=None,
            at=MOMENT,
            uuid_for=uuid_for,
            complete=completion(images),
            update=False,
            progress=progress,
        )
        load_school_holidays()
        pages = load_pages(images)
    users = load_users() if with_users else []
    if with_users:
        load_further()
    return Loaded(catalogue, pages, users)
