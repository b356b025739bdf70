"""A synthetic catalogue of any size: the same size and seed give the same entries, on every machine."""

from .entries import Catalogue, make_catalogue

__all__ = ["Catalogue", "make_catalogue"]
