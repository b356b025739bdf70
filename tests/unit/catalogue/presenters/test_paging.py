import pytest

from catalogue.presenters.paging import Paging, paging


def address(number: int) -> str:
    return f"?side={number}"


def test_paging_of_one_page_shows_nothing():
    assert paging(1, 1, address) == Paging()


@pytest.mark.parametrize(
    ("number", "count", "shown"),
    [
        (1, 2, [1, 2]),
        (1, 9, [1, 2, 0, 9]),
        (5, 9, [1, 0, 4, 5, 6, 0, 9]),
        (9, 9, [1, 0, 8, 9]),
        (3, 5, [1, 2, 3, 4, 5]),
    ],
)
def test_paging_shows_both_ends_and_the_neighbours(number, count, shown):
    assert [page.number for page in paging(number, count, address).pages] == shown


def test_paging_marks_the_current_page_alone():
    assert [page.number for page in paging(5, 9, address).pages if page.current] == [5]


def test_paging_has_no_previous_on_the_first_and_no_next_on_the_last():
    assert (paging(1, 3, address).previous, paging(1, 3, address).next) == ("", "?side=2")
    assert (paging(3, 3, address).previous, paging(3, 3, address).next) == ("?side=2", "")
