import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from catalogue.choices import Delivery, Referrer, SignUp, Status
from catalogue.presenters.facts import distance_words, either, facts_of, joining, place_in_a_line, price, when, where
from tests.factories.catalogue import ActivityFactory, AreaFactory, DateExceptionFactory, ScheduleFactory, VenueFactory

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=timezone.get_default_timezone())


def test_facts_of_answers_when_where_price_and_how_in_that_order():
    assert [fact.label for fact in facts_of(ActivityFactory(), NOW)] == [
        "Hvornår",
        "Hvor",
        "Pris",
        "Sådan kommer du med",
    ]


def test_when_says_the_next_time_and_the_rule():
    activity = ActivityFactory(schedule_text="Hver tirsdag kl. 14-16")
    ScheduleFactory(activity=activity, starts_at=datetime.time(14), rrule="FREQ=WEEKLY;BYDAY=TU")
    fact = when(activity, NOW)
    assert (fact.text, fact.note) == ("Næste gang: tirsdag 24. november kl. 14", "Hver tirsdag kl. 14-16")


def test_when_a_cancelled_date_is_named_before_the_next():
    activity = ActivityFactory(schedule_text="Hver mandag")
    ScheduleFactory(activity=activity)
    DateExceptionFactory(activity=activity)
    fact = when(activity, NOW)
    assert fact.text == "Næste gang: mandag 30. november kl. 10"
    assert fact.note == "I morgen kl. 10 er aflyst: Huset er lukket."


def test_when_a_moved_date_says_where_from():
    activity = ActivityFactory()
    ScheduleFactory(activity=activity)
    DateExceptionFactory(activity=activity, kind="flyttet", moved_to_date=datetime.date(2026, 11, 24), reason="Sygdom.")
    fact = when(activity, NOW)
    assert fact.text == "Næste gang: tirsdag 24. november kl. 10"
    assert fact.note == "Flyttet fra i morgen kl. 10: Sygdom."


def test_when_every_known_date_is_cancelled_says_so():
    activity = ActivityFactory(schedule_text="")
    ScheduleFactory(activity=activity, starts_on=datetime.date(2026, 11, 23), rrule="")
    DateExceptionFactory(activity=activity)
    assert when(activity, NOW).text == "I morgen kl. 10 er aflyst: Huset er lukket."


def test_when_on_pause_says_pause_and_why():
    activity = ActivityFactory(status=Status.PAUSED, status_note="Begynder igen i maj.")
    ScheduleFactory(activity=activity)
    fact = when(activity, NOW)
    assert (fact.text, fact.note) == ("På pause lige nu", "Begynder igen i maj.")


def test_when_nothing_is_known_says_ask():
    assert when(ActivityFactory(schedule_text=""), NOW).text == "Spørg, hvornår det er"


def test_where_names_place_town_and_distance():
    venue = VenueFactory(name="Kulturhuset", area__name="Korsør")
    fact = where(ActivityFactory(venue=venue), 3.42)
    assert (fact.text, fact.note, fact.address) == ("Kulturhuset, Korsør", "3,4 km væk", venue.get_absolute_url())


def test_where_does_not_say_the_town_twice():
    venue = VenueFactory(name="Korsør Kulturhus", area__name="Korsør")
    assert where(ActivityFactory(venue=venue)).text == "Korsør Kulturhus"


def test_where_without_a_place_says_how_it_reaches_you_and_where():
    areas = [AreaFactory(name=name) for name in ("Agersø", "Boeslunde")]
    delivery = (Delivery.AT_HOME.value, Delivery.BY_PHONE.value)
    fact = where(ActivityFactory(venue=None, areas=areas, delivery=delivery))
    assert (fact.text, fact.note) == ("Hjemme hos dig eller på telefon", "I Agersø og Boeslunde")


def test_where_many_areas_are_counted():
    areas = [AreaFactory(name=name) for name in "ABCDE"]
    fact = where(ActivityFactory(venue=None, areas=areas, delivery=(Delivery.ONLINE.value,)))
    assert fact.note == "I A, B, C og 2 andre områder"


def test_where_a_place_that_also_comes_to_you_says_both():
    fact = where(ActivityFactory(delivery=(Delivery.IN_PERSON.value, Delivery.BY_PHONE.value)))
    assert fact.note == "Også på telefon"


@pytest.mark.parametrize(
    ("km", "words"),
    [
        (None, ""),
        (0.0, "100 m væk"),
        (0.76, "800 m væk"),
        (0.99, "1 km væk"),
        (1.0, "1 km væk"),
        (3.44, "3,4 km væk"),
        (12.4, "12 km væk"),
    ],
)
def test_distance_words_are_rounded_as_people_do(km, words):
    assert distance_words(km) == words


@pytest.mark.parametrize(
    ("text", "amount", "words"),
    [
        ("20 kr. med kaffe", Decimal(20), "20 kr. med kaffe"),
        ("", Decimal(0), "Gratis"),
        ("", Decimal(25), "25 kr."),
        ("", Decimal("12.50"), "12,50 kr."),
        ("", None, "Spørg om prisen"),
    ],
)
def test_price_is_the_organisers_words_or_the_amount(text, amount, words):
    assert price(ActivityFactory(price_text=text, price_dkk=amount)).text == words


def test_joining_by_referral_says_who_may_refer():
    activity = ActivityFactory(signup=SignUp.REFERRAL, referrers=(Referrer.GP.value, Referrer.MUNICIPALITY.value))
    fact = joining(activity)
    assert (fact.text, fact.note) == ("Du skal henvises", "Din læge eller kommunen kan henvise")


@pytest.mark.parametrize(
    ("left", "words"),
    [(None, ""), (0, "Fuldt lige nu. Spørg om venteliste"), (1, "1 ledig plads"), (3, "3 ledige pladser")],
)
def test_joining_says_whether_there_is_room(left, words):
    assert joining(ActivityFactory(capacity=10, places_left=left)).note == words


def test_either_joins_with_or():
    assert [either([]), either(["a"]), either(["a", "b", "c"])] == ["", "a", "a, b eller c"]


def test_place_in_a_line_names_the_areas_of_what_has_no_place():
    area = AreaFactory(name="Herning")
    remote = ActivityFactory(venue=None, areas=[area], delivery=[Delivery.BY_PHONE.value])
    assert place_in_a_line(remote) == "På telefon · I Herning"
    assert place_in_a_line(ActivityFactory(venue=VenueFactory(name="Huset", area=area))) == "Huset, Herning"
