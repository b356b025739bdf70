"""What the referrals add to the editors' system: who refers. Of those who are referred there is nothing here."""

from __future__ import annotations

from wagtail import hooks

from .units.viewset import UnitViewSet

units = UnitViewSet()


@hooks.register("register_admin_viewset")
def register_units() -> UnitViewSet:
    return units
