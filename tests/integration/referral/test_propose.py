"""What is proposed, and what never is."""

import datetime
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue import kept
from catalogue.models import Activity
from catalogue.recurrence import ZONE
from referral.finder.propose import propose
from referral.needs import Needs
from tests.factories.catalogue import ActivityFactory, AreaFactory, ScheduleFactory, VenueFactory

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 11, 22, 12, tzinfo=ZONE)


def proposed(**needs):
    return [one.activity.slug for one in propose(Needs(**needs), NOW)]


def test_what_is_liked_and_missed_comes_first_with_its_reasons():
    ActivityFactory(slug="kor", interests=["kor"])
    ActivityFactory(slug="skak", interests=["skak"], character="stoette")
    first, second = propose(Needs(likes=("kor",), misses=("gruppe",)), NOW)
    assert (first.activity.slug, second.activity.slug) == ("kor", "skak")
    assert any("kor" in reason for reason in first.reasons)
    assert first.score == pytest.approx(sum(first.parts.values()))


@pytest.mark.parametrize(
    ("entry", "needs"),
    [
        ({"accessibility_answers": {"koerestolsvenlig": False}}, {"barriers": ("koerestol",)}),
        ({"accessibility_answers": {"trinfri_adgang": False}}, {"barriers": ("koerestol",)}),
        ({"accessibility_answers": {"rolige_omgivelser": False}}, {"barriers": ("behov_for_ro",)}),
        ({"accessibility_answers": {"teleslynge": False}}, {"barriers": ("hoerer_daarligt",)}),
        ({"accessibility_answers": {"uden_it": False}}, {"barriers": ("ingen_it",)}),
        ({"delivery": ("online",), "venue": None}, {"barriers": ("ingen_it",)}),
        ({}, {"barriers": ("forlader_ikke_hjemmet",)}),
        ({"age_min": 60}, {"age": 59}),
        ({"age_max": 25}, {"age": 26}),
        ({"referrers": ("laege",), "signup": "henvisning"}, {"referrer": "kommune", "age": 50}),
        ({"target_groups": ["kvinder"]}, {"situation": ("mænd",)}),
        ({"status": "pause"}, {"age": 50}),
        ({"live": False}, {"age": 50}),
    ],
)
def test_hard_need_that_is_broken_is_never_proposed(entry, needs):
    ActivityFactory(slug="den", **entry)
    assert proposed(**needs) == []
    ActivityFactory(slug="en-anden", delivery=("hjemme",), venue=None)
    assert proposed(**needs) == ["en-anden"]


def test_unknown_answer_is_proposed_with_a_question():
    ActivityFactory(slug="ukendt")
    ActivityFactory(slug="kendt", accessibility_answers={"koerestolsvenlig": True})
    known, unknown = propose(Needs(barriers=("koerestol",)), NOW)
    assert (known.activity.slug, unknown.activity.slug) == ("kendt", "ukendt")
    assert known.ask == ()
    assert any("kørestol" in question for question in unknown.ask)


def test_dates_at_other_times_are_not_proposed_but_appointments_are():
    ScheduleFactory(activity__slug="mandag-formiddag")
    ScheduleFactory(activity__slug="mandag-aften", starts_at=datetime.time(19))
    ActivityFactory(slug="efter-aftale")
    assert sorted(proposed(when=("aften",))) == ["efter-aftale", "mandag-aften"]


def test_series_that_is_over_is_not_proposed():
    ScheduleFactory(activity__slug="slut", rrule="FREQ=WEEKLY;UNTIL=20261001T235959")
    assert proposed(age=50) == []


def test_far_place_needs_a_lift_when_the_person_has_none():
    home = AreaFactory(slug="hjemme", latitude=55.3, longitude=11.1)
    kommune_wide = {"areas": [home]}
    far = VenueFactory(latitude=55.4, longitude=11.3)
    ActivityFactory(slug="langt-vaek", venue=far, **kommune_wide)
    ActivityFactory(slug="de-henter", venue=far, accessibility_answers={"transport_tilbydes": True}, **kommune_wide)
    ActivityFactory(slug="her", venue=VenueFactory(area=home))
    assert sorted(proposed(area="hjemme", barriers=("ingen_transport",))) == ["de-henter", "her"]
    assert sorted(proposed(area="hjemme")) == ["de-henter", "her", "langt-vaek"]
    assert proposed(area="hjemme")[0] == "her"


def test_who_has_only_weak_legs_can_still_be_driven_far():
    home = AreaFactory(slug="hjemme", latitude=55.3, longitude=11.1)
    ActivityFactory(slug="langt-vaek", areas=[home], venue=VenueFactory(latitude=55.4, longitude=11.3))
    assert proposed(area="hjemme", barriers=("kan_ikke_gaa_langt",)) == ["langt-vaek"]


def test_what_names_the_persons_own_area_is_asked_about_where_there_is_no_lift():
    kommune = AreaFactory(slug="kommunen")
    home = AreaFactory(slug="hjemme", parent=kommune, latitude=55.3, longitude=11.1)
    far = VenueFactory(latitude=55.35, longitude=11.15)
    ActivityFactory(slug="for-os", areas=[home], venue=far)
    ActivityFactory(slug="for-alle", areas=[kommune], venue=far)
    [one] = propose(Needs(area="hjemme", barriers=("ingen_transport",)), NOW)
    assert one.activity.slug == "for-os"
    assert "Kan nogen hente og bringe?" in one.ask


@pytest.mark.parametrize(
    ("title", "groups", "situation", "is_proposed"),
    [
        ("Fisketur for veteraner", ["veteraner", "stress"], ("stress",), False),
        ("Fisketur for veteraner", ["veteraner", "stress"], ("veteraner",), True),
        ("Fisketur", ["veteraner", "stress"], ("stress",), True),
        ("Kursus om angst", ["angst", "depression"], ("depression",), True),
        ("Kursus om angst", ["angst", "depression"], ("KOL",), False),
        ("Kursus om angst", ["angst", "alle"], ("KOL",), True),
        ("Når hjemmeplejen spørger", ["hjemmeboende med hjemmepleje", "ældre"], ("plejehjemsbeboere",), False),
    ],
)
def test_title_about_an_illness_or_a_story_closes_it_to_others(title, groups, situation, is_proposed):
    ActivityFactory(slug="den", title=title, target_groups=groups)
    assert bool(proposed(situation=situation)) == is_proposed


def test_title_that_promises_what_is_liked_comes_before_one_that_promises_something_else():
    for slug, title in (("rygestop", "Rygestop i Korsør"), ("hold", "Hold i Korsør"), ("skak", "Skak i Korsør")):
        ActivityFactory(slug=slug, title=title, interests=["rygestop", "skak"])
    assert proposed(likes=("rygestop",)) == ["rygestop", "hold", "skak"]


def test_rare_wish_that_is_met_says_more_than_a_common_one():
    for number in range(8):
        ActivityFactory(slug=f"kaffe-{number}", interests=["kaffe og snak"])
    ActivityFactory(slug="fiskeri", interests=["fiskeri"])
    assert proposed(likes=("kaffe og snak", "fiskeri"))[0] == "fiskeri"


def test_company_of_ones_own_age_comes_first():
    ActivityFactory(slug="de-gamle", target_groups=["alle", "ældre"], character="faellesskab")
    ActivityFactory(slug="hvem-som-helst", target_groups=["alle"], character="faellesskab")
    assert proposed(age=28) == ["hvem-som-helst", "de-gamle"]
    ActivityFactory(slug="enker", target_groups=["efterladte", "ældre"], character="faellesskab")
    assert "enker" not in proposed(age=19, situation=("efterladte",))
    assert "enker" in proposed(age=70, situation=("efterladte",))


def test_visit_at_home_is_no_first_choice_for_somebody_without_a_home():
    ActivityFactory(slug="besoeg", delivery=("hjemme",), venue=None, interests=["samtale"])
    ActivityFactory(slug="baenken", interests=["kaffe og snak"])
    first, second = propose(Needs(misses=("samtale",), situation=("hjemløshed",)), NOW)
    assert (first.activity.slug, second.activity.slug) == ("baenken", "besoeg")
    assert "Hvor kan de mødes?" in second.ask


def test_escort_is_for_those_who_dare_not_come_alone():
    ActivityFactory(
        slug="foelgeven",
        title="Følgeven den første gang",
        character="stoette",
        delivery=("hjemme",),
        venue=None,
        accessibility_answers={"foelgeskab": True},
    )
    ActivityFactory(slug="kor", interests=["kor"])
    assert proposed(misses=("gruppe",), barriers=("tor_ikke_komme_alene",))[0] == "foelgeven"
    assert proposed(misses=("gruppe",))[-1] == "foelgeven"


def test_what_begins_at_a_hospital_bed_is_asked_about():
    ActivityFactory(slug="bro", summary="En peer møder dig inden udskrivelsen.")
    ActivityFactory(slug="kor")
    kor, bro = propose(Needs(age=50), NOW)
    assert (kor.activity.slug, bro.activity.slug) == ("kor", "bro")
    assert "Er personen lige kommet hjem fra sygehuset?" in bro.ask


def test_unknown_area_leaves_the_place_open():
    ActivityFactory(slug="her")
    assert proposed(area="findes-ikke", age=50) == ["her"]


def test_catalogue_of_any_size_costs_the_same_number_of_queries(monkeypatch, django_assert_max_num_queries):
    ActivityFactory.create_batch(12)
    with django_assert_max_num_queries(30):
        assert len(propose(Needs(age=50), NOW)) == 6
    monkeypatch.setattr(kept, "_version", lambda: "known")
    propose(Needs(age=50), NOW)
    with django_assert_max_num_queries(12):
        assert len(propose(Needs(age=51), NOW)) == 6


def test_what_is_known_of_the_catalogue_is_kept_until_it_changes(monkeypatch):
    monkeypatch.setattr(kept, "_version", lambda: "first")
    activity = ActivityFactory(slug="kor")
    with CaptureQueriesContext(connection) as cold:
        assert proposed(age=50) == ["kor"]
    ActivityFactory.create_batch(5)
    with CaptureQueriesContext(connection) as warm:
        assert proposed(age=50) == ["kor"]
    assert len(warm) < len(cold)
    monkeypatch.setattr(kept, "_version", lambda: "second")
    assert len(proposed(age=50)) == 6
    # Past Django's signals: what is kept still tells of it, and it is left out all the same.
    Activity.objects.filter(pk=activity.pk).update(live=False)
    assert len(proposed(age=50)) == 5


def test_command_prints_figures_and_writes_a_run(tmp_path):
    ActivityFactory(slug="kor", interests=["kor"])
    cases, run = tmp_path / "cases.json", tmp_path / "run.txt"
    cases.write_text(json.dumps([{"id": "a", "needs": {"likes": ["kor"]}, "judgments": {"kor": 3}, "violates": []}]))
    out = StringIO()
    call_command("evaluate_referral", str(cases), "--json", "--run", str(run), stdout=out)
    assert json.loads(out.getvalue())["ndcg"] == 1.0
    assert run.read_text().startswith("a Q0 kor 1 ")
    out = StringIO()
    call_command("evaluate_referral", str(cases), "--today", "2026-11-22", stdout=out)
    assert "1.000" in out.getvalue()
    with pytest.raises(CommandError):
        call_command("evaluate_referral", str(tmp_path / "none.json"))


def test_visit_now_and_a_group_later_for_one_who_dares_not_come_alone():
    for number in range(6):
        ActivityFactory(
            slug=f"besoeg-{number}", type="opsoegende", delivery=("hjemme",), venue=None, interests=["samtale"]
        )
    ActivityFactory(slug="gruppe", type="relationel", character="faellesskab", interests=["samtale"])
    found = propose(Needs(misses=("samtale", "besoeg"), barriers=("tor_ikke_komme_alene",)), NOW)
    assert len(found) == 6
    by_slug = {one.activity.slug: one for one in found}
    assert by_slug["gruppe"].reasons[0] == "godt som næste skridt"
    assert found[0].reasons[0] == "godt at begynde med"


def test_no_steps_where_one_thing_will_do():
    ActivityFactory(slug="besoeg", delivery=("hjemme",), venue=None)
    ActivityFactory(slug="gruppe", type="relationel", character="faellesskab")
    for one in propose(Needs(misses=("gruppe",)), NOW):
        assert not {"godt som næste skridt", "godt at begynde med"} & set(one.reasons)


def test_other_part_that_hardly_fits_does_not_push_in():
    for number in range(6):
        ActivityFactory(slug=f"kor-{number}", type="relationel", interests=["kor"], character="faellesskab")
    ActivityFactory(
        slug="uden-for", type="forebyggende", character="stoette", interests=["skak"], target_groups=["veteraner"]
    )
    assert "uden-for" not in proposed(likes=("kor",), misses=("gruppe",))
