from catalogue.templatetags.telephone import dial, unbroken


def test_dial_keeps_digits_and_the_plus():
    assert dial("+45 00 58-10 (24)") == "+4500581024"


def test_unbroken_has_no_space_to_break_at():
    assert unbroken("00 58 10 24") == "00\xa058\xa010\xa024"
