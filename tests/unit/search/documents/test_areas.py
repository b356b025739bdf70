from __future__ import annotations

from search.documents.areas import AreaTree

# kommune 1 holds town 2 and town 3; town 2 holds quarter 4; kommune 5 stands alone.
TREE = AreaTree([(1, "kommune", None), (2, "by", 1), (3, "havn", 1), (4, "kvarter", 2), (5, "nabo", None)])


def test_upward_is_the_area_and_all_that_hold_it() -> None:
    assert TREE.upward([4]) == {"kvarter", "by", "kommune"}
    assert TREE.upward([4, 3]) == {"kvarter", "by", "kommune", "havn"}
    assert TREE.upward([]) == set()


def test_downward_is_the_area_and_all_inside() -> None:
    assert TREE.downward([1]) == {"kommune", "by", "havn", "kvarter"}
    assert TREE.downward([5, 4]) == {"nabo", "kvarter"}
