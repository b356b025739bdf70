"""What tests of the sign-in share."""

from __future__ import annotations

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nobody_has_tried_before() -> None:
    """How often something was tried from one address is counted in the cache."""
    cache.clear()
