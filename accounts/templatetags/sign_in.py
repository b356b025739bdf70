"""What the pages of one's own account ask."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.template import Context

from ..sign_in import second_factor

register = template.Library()


@register.simple_tag(takes_context=True)
def lacks_second_factor(context: Context) -> bool:
    """Whether whoever sees the page must set up a second factor first."""
    return second_factor.lacks_second_factor(context["request"])


@register.simple_tag
def provider_name() -> str:
    """What the kommune's own sign-in is called; empty where there is none."""
    return settings.OIDC_NAME if settings.OIDC_ISSUER else ""
