from home.self_check.questions import HIGHEST, LOWEST, self_check
from tests.unit.home.demo.test_reading_ease import lix


def test_every_sum_has_exactly_one_answer():
    check = self_check()
    points = [value for value, _words in check.choices]
    sums = {first + second + third for first in points for second in points for third in points}
    assert (min(sums), max(sums)) == (LOWEST, HIGHEST)
    for total in sums:
        assert sum(answer.low <= total <= answer.high for answer in check.answers) == 1


def test_people_to_ring_come_from_seven_points():
    assert [(answer.low, answer.high) for answer in self_check().answers if answer.grave] == [(7, 9)]


def test_answers_are_easy_to_read_and_lead_on():
    for answer in self_check().answers:
        assert lix(" ".join(answer.paragraphs)) <= 30
        assert answer.links
