"""No key stands in the log."""

from __future__ import annotations

import pytest
from django.conf import settings

from portal.secret_addresses import without_keys

KEY = "7k3m9q2x5v8cb" * 2


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (f"Unprocessable Entity: /samtykke/{KEY}/", "Unprocessable Entity: /samtykke/…/"),
        (f"Not Found: /en/samtykke/{KEY[:5]} {KEY[5:9]}/", "Not Found: /en/samtykke/…/"),
        ("Gone: /svar-paa-henvisning/eyJhIjoxfQ:1vN4:x-y_z/", "Gone: /svar-paa-henvisning/…/"),
        ("Gone: /et-nyt-sted/MTI:1vN4:x-y_z/nye-links/", "Gone: /et-nyt-sted/…/nye-links/"),
        (f"Gone: /s/{KEY[:13]}/a4.pdf", "Gone: /s/…/a4.pdf"),
        (f"Gone: /for-fagfolk/seddel/{KEY}/", "Gone: /for-fagfolk/seddel/…/"),
        (f"Not Found: /henvisninger/{KEY[:13]}/udtraek/", "Not Found: /henvisninger/…/udtraek/"),
        ("Forbidden (x): /konto/password/reset/key/3-cxk3f2a9b8e7d6c5/", "Forbidden (x): /konto/password/reset/key/…/"),
    ],
)
def test_keys_are_hidden(said, kept):
    assert without_keys(said) == kept


@pytest.mark.parametrize(
    "said",
    [
        "Not Found: /indsatskatalog/relationel/kaffe-og-kryds-i-korsoer-bibliotek/",
        "Not Found: /en/for-fagfolk/find/",
        "The search index does not follow now: no index in /var/lib/portal/search",
        "http://127.0.0.1:9200/indsatskatalog did not answer",
        "3/4 of 20 done",
    ],
)
def test_everything_else_is_told(said):
    assert without_keys(said) == said


def test_every_way_out_of_the_log_hides_them():
    assert settings.LOGGING["filters"]["keys"]["()"] == "portal.secret_addresses.WithoutSecretAddresses"
    assert [name for name, handler in settings.LOGGING["handlers"].items() if "keys" not in handler["filters"]] == []
