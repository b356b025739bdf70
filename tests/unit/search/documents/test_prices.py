from __future__ import annotations

from decimal import Decimal

import pytest

from search.documents.activities import price_bands


@pytest.mark.parametrize(
    ("price", "bands"),
    [
        (None, ("ukendt",)),
        (Decimal(0), ("gratis", "op-til-50")),
        (Decimal("0.50"), ("op-til-50",)),
        (Decimal(50), ("op-til-50",)),
        (Decimal("50.01"), ("over-50",)),
    ],
)
def test_price_is_in_every_band_that_it_fits(price: Decimal | None, bands: tuple[str, ...]) -> None:
    assert price_bands(price) == bands
