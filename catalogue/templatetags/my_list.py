"""`{% list_with code as list %}` and `{% list_here as address %}`: the list that the address carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import template
from django.core.exceptions import SuspiciousOperation

from ..my_list.addresses import CARRIED, PARAMETER, list_address, read_list

register = template.Library()


@dataclass(frozen=True, slots=True)
class ListWith:
    """Where a link leads that puts one more on the list; `has_it` when it is there already."""

    address: str
    has_it: bool


@register.simple_tag(takes_context=True)
def list_with(context: dict[str, Any], code: str) -> ListWith:
    """The list that the page was read with, and this activity on it."""
    codes = _carried(context)
    return ListWith(list_address(dict.fromkeys([*codes, code])), code in codes)


@register.simple_tag(takes_context=True)
def list_here(context: dict[str, Any]) -> str:
    """The list that the page was read with; the empty list on most pages."""
    return list_address(_carried(context))


def _carried(context: dict[str, Any]) -> tuple[str, ...]:
    request = context.get("request")
    if request is None:
        return ()
    try:
        parameters = dict(request.GET.lists())
    except SuspiciousOperation:
        # The page that says so has no list either: the address cannot be read.
        return ()
    return read_list(parameters, CARRIED).codes or read_list(parameters, PARAMETER).codes
