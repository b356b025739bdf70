"""Settings from the environment."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.settings.environment import VARIABLES, MissingSetting, read


def test_an_unset_variable_has_its_default_outside_production(monkeypatch):
    monkeypatch.delenv("LOG_LEVEL", raising=False)
    assert read("LOG_LEVEL") == "INFO"


@pytest.mark.parametrize("name", [name for name, variable in VARIABLES.items() if variable.required])
def test_production_refuses_to_start_without_a_required_variable_and_says_how_to_mend_it(monkeypatch, name):
    monkeypatch.setenv(name, " ")
    with pytest.raises(MissingSetting, match=name) as error:
        read(name, production=True)
    assert VARIABLES[name].hint in str(error.value)


def test_a_value_of_the_wrong_kind_is_named(monkeypatch):
    monkeypatch.setenv("TRUSTED_PROXIES", "mange")
    with pytest.raises(ImproperlyConfigured, match="TRUSTED_PROXIES"):
        read("TRUSTED_PROXIES")


@pytest.mark.parametrize(
    ("name", "value"), [("FRESHNESS_HIDE_DAYS", "-1"), ("SLIP_DAYS", "0"), ("SEARCH_LOG_WEEKS", "-2")]
)
def test_a_number_that_makes_no_sense_is_refused(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=f"{name} is {value}, and must be at least"):
        read(name)


def test_earlier_keys_are_parted_by_commas(monkeypatch):
    monkeypatch.setenv("SECRET_KEY_FALLBACKS", "last-years,the-year-before's")
    assert read("SECRET_KEY_FALLBACKS") == ["last-years", "the-year-before's"]
