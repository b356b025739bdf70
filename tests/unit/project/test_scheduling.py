"""What is heavy to start is started in one test process."""

from __future__ import annotations

import pytest

from tests.scheduling import TOGETHER, TogetherScheduling


@pytest.fixture
def scope_of():
    return TogetherScheduling.__new__(TogetherScheduling)._split_scope


@pytest.mark.parametrize("folder", TOGETHER)
def test_folder_with_something_heavy_is_one_scope(scope_of, folder):
    assert scope_of(f"{folder}test_one.py::test_a") == scope_of(f"{folder}deeper/test_two.py::test_b[x@y]")


def test_other_tests_go_to_whoever_is_free(scope_of):
    assert scope_of("tests/unit/test_one.py::test_a[1]") != scope_of("tests/unit/test_one.py::test_a[2]")
