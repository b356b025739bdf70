"""From a question to a plan that any engine can carry out."""

from search.planning.plan import make_plan

__all__ = ["make_plan"]
