import pytest

from catalogue.presenters.accessibility import answers_of, answers_of_venue, badges_of
from tests.factories.catalogue import ActivityFactory, VenueFactory

pytestmark = pytest.mark.django_db


def test_answers_of_parts_yes_no_and_not_known():
    venue = VenueFactory(accessibility={"koerestolsvenlig": True, "teleslynge": False})
    answers = answers_of(ActivityFactory(venue=venue))
    assert [(answer.words, answer.state, answer.answer) for answer in answers.known] == [
        ("Plads til kørestol", "yes", "ja"),
        ("Teleslynge", "no", "nej"),
    ]
    assert "Handicaptoilet" in answers.unknown
    assert "Teleslynge" not in answers.unknown


def test_answers_of_the_activity_win_over_the_place():
    venue = VenueFactory(accessibility={"koerestolsvenlig": True})
    activity = ActivityFactory(venue=venue, accessibility_answers={"koerestolsvenlig": False})
    assert [answer.state for answer in answers_of(activity).known] == ["no"]


def test_answers_of_something_without_a_place_do_not_ask_about_lifts():
    assert "Elevator" not in answers_of(ActivityFactory(venue=None)).unknown
    assert "Nogen kan følge med dig" in answers_of(ActivityFactory(venue=None)).unknown


def test_answers_of_venue_do_not_ask_about_the_activity():
    answers = answers_of_venue(VenueFactory(accessibility={"trinfri_adgang": True, "rolige_omgivelser": True}))
    assert [answer.words for answer in answers.known] == ["Adgang uden trin", "Rolige omgivelser"]
    assert "Nogen kan følge med dig" not in answers.unknown


def test_badges_of_show_only_yes_and_what_was_asked_for_first():
    answers = {"koerestolsvenlig": True, "teleslynge": True, "foelgeskab": False, "elevator": True}
    badges = badges_of(ActivityFactory(accessibility_answers=answers), asked=("teleslynge",))
    assert [badge.words for badge in badges] == ["Teleslynge", "Plads til kørestol"]
