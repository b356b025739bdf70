"""From a professional's desk to a relation: what fits a person, and later whether it helped."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReferralConfig(AppConfig):
    name = "referral"
    verbose_name = _("Henvisning")

    def ready(self) -> None:
        from catalogue.previewing import add_preview
        from home.demo import further

        from . import checks, permissions  # noqa: F401  (checks register themselves)
        from .demo import load_referrals
        from .slips.preview import SLIP

        permissions.tell()
        add_preview(SLIP)
        further.add(load_referrals)
