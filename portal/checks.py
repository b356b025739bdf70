"""What is easily forgotten when the portal is set up or grows."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Warning, register

from portal.caching.following import SHOWN_APPS

# Own apps, there or planned, whose rows no visitor sees on a page that is kept.
NOT_SHOWN_APPS = frozenset({"accounts", "editorial", "insights", "portal", "referral"})


@register()
def every_own_app_is_followed(app_configs: Any, **_kwargs: Any) -> list[CheckMessage]:
    """An app of the project that the page cache does not know: its changes would show too late."""
    known = SHOWN_APPS | NOT_SHOWN_APPS
    return [
        Warning(
            f"The page cache does not know whether visitors see what {config.label} holds.",
            hint="Name it in SHOWN_APPS (portal/caching/following.py) or NOT_SHOWN_APPS (portal/checks.py).",
            obj=config,
            id="portal.W001",
        )
        for config in apps.get_app_configs()
        if str(config.path).startswith(f"{settings.BASE_DIR}/")
        and "site-packages" not in str(config.path)
        and any(config.get_models())
        and config.label not in known
    ]
