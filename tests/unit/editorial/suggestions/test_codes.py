import math
import re

import pytest

from editorial.suggestions.codes import ALPHABET, EACH, GROUPS, PATTERN, CodeConverter, new_code


def test_code_is_too_long_to_guess():
    assert GROUPS * EACH * math.log2(len(set(ALPHABET))) > 60


def test_code_is_one_that_its_address_takes():
    codes = {new_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(re.fullmatch(PATTERN, code) and CodeConverter().to_url(code) == code for code in codes)


@pytest.mark.parametrize("code", ["nej", "k7mq", "k7mq-2xrt-9bwh-ar4", "k7mq-2xrt-9bwh-ar4o", "K7MQ-2XRT-9BWH-AR4E"])
def test_what_is_no_code_has_no_address(code):
    with pytest.raises(ValueError, match=code):
        CodeConverter().to_url(code)
