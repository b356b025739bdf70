"""What a template asks of somebody's roles with referrals."""

from __future__ import annotations

from django import template
from django.template import Context

from ..permissions import COORDINATE, holds

register = template.Library()


@register.simple_tag(takes_context=True)
def coordinates(context: Context) -> bool:
    """Whether whoever looks coordinates referrals; nobody does outside a request."""
    request = context.get("request")
    return request is not None and holds(request.user, COORDINATE)
