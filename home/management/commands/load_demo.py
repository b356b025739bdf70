"""`manage.py load_demo`: fill the portal with the example catalogue, its pages, pictures and users."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from home.demo.load import Loaded, load_demo


class Command(BaseCommand):
    help = "Fylder portalen med eksempelkataloget. Kan køres igen: det, der er der i forvejen, bliver ikke rørt."

    def handle(self, *args: Any, **options: Any) -> None:
        # Wagtail tells of every page; the summary is enough.
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        loaded = load_demo(with_users=settings.DEMO_USERS, progress=self._progress)
        if options["verbosity"]:
            self._summary(loaded)

    def _progress(self, items: Sequence[Any], label: str) -> Iterable[Any]:
        return tqdm(items, desc=label, unit="", file=self.stderr, disable=None, leave=False)

    def _summary(self, loaded: Loaded) -> None:
        activities = loaded.catalogue.counts["activities"]
        self.stdout.write(
            _("Eksemplet har %(all)d aktiviteter (%(new)d nye) og %(pages)d nye sider.")
            % {"all": sum(activities.values()), "new": activities["new"], "pages": loaded.new_pages}
        )
        if not loaded.sign_ins:
            self.stdout.write(_("Der er ikke lavet brugere, for det her er ikke en portal til at prøve."))
            return
        self.stdout.write(_("Log ind på %(address)s/konto/log-ind/ som:") % {"address": settings.BASE_URL})
        for sign_in in loaded.sign_ins:
            password = sign_in.password or _("(adgangskoden er ændret)")
            self.stdout.write(f"  {sign_in.role:20} {sign_in.email:34} {password}")
