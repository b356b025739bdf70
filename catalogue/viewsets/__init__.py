"""The catalogue's part of the editors' system: one menu, a list and a form for each kind of entry."""

from .group import CatalogueGroup
from .responsibility import ResponsibilityViewSet

__all__ = ["CatalogueGroup", "ResponsibilityViewSet"]
