import pytest

from catalogue.models import Activity, ActivityInterest, Interest
from home.demo.motifs import motif


def activity(title: str, *interests: str, delivery: tuple[str, ...] = ("fremmoede",)) -> Activity:
    made = Activity(title=title, delivery=delivery)
    made.interest_links = [ActivityInterest(tag=Interest(name=name)) for name in interests]
    return made


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (activity("Sorggruppe i Kibæk", "samtalegruppe"), "lys"),
        (activity("Gåfællesskab", "motion", "gåture"), "gaatur"),
        (activity("Læsekreds", "bøger", delivery=("telefon",)), "telefon"),
        (activity("Læsekreds", "bøger", delivery=("telefon", "fremmoede")), "boeger"),
        (activity("Noget helt andet"), "samtalegruppe"),
    ],
)
def test_motif_fits_the_activity(made, expected):
    assert motif(made) == expected
