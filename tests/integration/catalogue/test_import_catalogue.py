from __future__ import annotations

import datetime
import uuid
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry, Revision

from catalogue.actions.create_entries import create_entries
from catalogue.actions.import_catalogue import ImportRefused, ImportResult, import_catalogue
from catalogue.models import Activity, ActivityAccessibility, Area, Interest, Organisation, Schedule, Venue
from tests.factories.catalogue import OrganisationFactory, VenueFactory
from tests.factories.exchange_files import activity, small_catalogue, write_file

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parents[3] / "home" / "demo" / "data"
NOW = datetime.datetime(2026, 11, 22, 8, tzinfo=datetime.UTC)
MODELS = (Area, Organisation, Venue, Activity, Interest, Schedule, ActivityAccessibility, Revision, ModelLogEntry)


def run(tmp_path: Path, content: dict, **options) -> ImportResult:
    return import_catalogue(paths=[write_file(tmp_path, content)], by=None, **options)


def state() -> dict[str, list]:
    """Every column of every row that an import may touch."""
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in MODELS}


def counts(result: ImportResult, kind: str) -> dict[str, int]:
    return dict(result.counts[kind])


def test_every_field_of_the_files_arrives(tmp_path):
    result = run(tmp_path, small_catalogue())
    assert counts(result, "activities") == {"new": 1}
    kaffe = Activity.objects.get()
    columns = {
        "slug": "kaffe",
        "title": "Kaffe på havnen",
        "summary": "Kom og få en kop kaffe.",
        "description": "Første afsnit.\n\nAndet afsnit.",
        "type": "relationel",
        "character": "faellesskab",
        "delivery": ("fremmoede", "udendoers"),
        "age_min": 18,
        "age_max": None,
        "schedule_text": "Hver mandag kl. 10-12",
        "price_dkk": Decimal("12.50"),
        "price_text": "12,50 kr. for kaffe",
        "signup": "ingen",
        "referrers": ("selv", "laege"),
        "capacity": 20,
        "places_left": 3,
        "languages": ("da", "en"),
        "contact_name": "Værten",
        "contact_phone": "00 11 22 34",
        "contact_email": "vaert@vennerne.example",
        "verified_on": datetime.date(2026, 10, 1),
        "status": "aktiv",
        "live": True,
        "has_unpublished_changes": False,
    }
    assert {name: getattr(kaffe, name) for name in columns} == columns
    assert kaffe.organisation.website == "https://vennerne.example"
    assert kaffe.venue.is_centre
    assert kaffe.venue.area.parent.slug == "by"
    assert {area.slug for area in kaffe.areas.all()} == {"by", "havn"}
    assert {code.code for code in Area.objects.get(slug="by").postcodes.all()} == {"4220", "4230"}
    assert {term.name for term in kaffe.interests.all()} == {"gåture", "kaffe og snak"}
    assert {term.name for term in kaffe.target_groups.all()} == {"alle"}
    assert {answer.feature: answer.holds for answer in kaffe.accessibility_answers.all()} == {
        "siddepladser": True,
        "let_dansk": False,
    }
    (line,) = kaffe.schedules.all()
    assert (line.starts_on, line.starts_at) == (datetime.date(2026, 9, 7), datetime.time(10))
    assert (line.minutes, line.rrule) == (120, "FREQ=WEEKLY;BYDAY=MO")
    assert (line.exdates, line.not_in) == ((datetime.date(2026, 10, 12),), ("helligdage",))


def test_second_run_changes_nothing_at_all(tmp_path):
    run(tmp_path, small_catalogue())
    before = state()
    result = run(tmp_path, small_catalogue())
    assert state() == before
    assert result.changes_nothing
    assert all(set(count) <= {"unchanged"} for count in result.counts.values())


def test_dry_run_says_what_would_happen_and_writes_nothing(tmp_path):
    result = run(tmp_path, small_catalogue(), dry_run=True)
    assert counts(result, "venues") == {"new": 1}
    assert not any(state().values())
    run(tmp_path, small_catalogue())
    before, content = state(), small_catalogue()
    content["activities"][0]["title"] = "Te på havnen"
    assert counts(run(tmp_path, content, dry_run=True), "activities") == {"changed": 1}
    assert state() == before


def test_dry_run_finds_the_same_errors(tmp_path):
    content = small_catalogue()
    content["activities"][0]["venue"] = "skuret"
    with pytest.raises(ImportRefused):
        run(tmp_path, content, dry_run=True)


CHANGES = [
    ("activities", "title", "Te på havnen"),
    ("activities", "price_dkk", None),
    ("activities", "venue", None),
    ("activities", "areas", ["havn"]),
    ("activities", "delivery", ["hjemme"]),
    ("activities", "interests", ["gåture"]),
    ("activities", "target_groups", ["ældre", "alle"]),
    ("activities", "accessibility", {"siddepladser": False}),
    ("activities", "schedule", [{"dtstart": "2026-09-08T10:00", "minutes": 60}]),
    ("activities", "contact", {}),
    ("venues", "accessibility", {}),
    ("venues", "transport", ""),
    ("venues", "area", "by"),
    ("organisations", "summary", "En god forening."),
    ("areas", "postcodes", ["4220", "4200"]),
    ("areas", "name", "Byen"),
]


@pytest.mark.parametrize(("kind", "field", "value"), CHANGES)
def test_changed_field_changes_that_entry_alone_and_once(tmp_path, kind, field, value):
    run(tmp_path, small_catalogue())
    content = small_catalogue()
    content[kind][0][field] = value
    result = run(tmp_path, content)
    assert {name: dict(count) for name, count in result.counts.items() if count["changed"] or count["new"]} == {
        kind: {"changed": 1, **({"unchanged": 1} if kind == "areas" else {})}
    }
    before = state()
    assert run(tmp_path, content).changes_nothing
    assert state() == before


def test_changed_entry_gets_a_published_revision_by_the_user(tmp_path, django_user_model):
    run(tmp_path, small_catalogue(), at=NOW)
    editor = django_user_model.objects.create_user("redaktoer@by.example")
    content = small_catalogue()
    content["activities"][0]["title"] = "Te på havnen"
    later = NOW + datetime.timedelta(days=1)
    import_catalogue(paths=[write_file(tmp_path, content)], by=editor, at=later)
    kaffe = Activity.objects.get()
    assert list(kaffe.revisions.order_by("created_at").values_list("created_at", "user__email")) == [
        (NOW, None),
        (later, "redaktoer@by.example"),
    ]
    assert kaffe.live_revision == kaffe.latest_revision == kaffe.revisions.latest("created_at")
    assert [kaffe.first_published_at, kaffe.last_published_at] == [NOW, later]
    assert kaffe.latest_revision.as_object().title == "Te på havnen"
    assert {term.name for term in kaffe.latest_revision.as_object().interests.all()} == {"gåture", "kaffe og snak"}


def test_revision_of_an_imported_entry_can_be_published_again_and_nothing_is_lost(tmp_path):
    run(tmp_path, small_catalogue())
    Activity.objects.get().latest_revision.publish()
    assert run(tmp_path, small_catalogue()).changes_nothing


def test_entries_made_at_once_are_as_those_made_one_by_one(tmp_path, django_user_model):
    editor = django_user_model.objects.create_superuser("redaktoer@by.example")

    def make(slug: str) -> Organisation:
        return OrganisationFactory.build(slug=slug, name="Vennerne", uuid=uuid.uuid4())

    at_once = make("ad-een-gang")
    create_entries(entries=[at_once], by=editor, at=NOW)
    one = make("en-ad-gangen")
    one.live = False
    one.save()
    one.save_revision(user=editor, log_action="wagtail.create").publish(user=editor)

    own = {"id", "uuid", "slug", "latest_revision_id", "live_revision_id"}
    times = {"created_at", "updated_at", "first_published_at", "last_published_at"}
    rows = {row["slug"]: row for row in Organisation.objects.values()}
    assert {k: v for k, v in rows["ad-een-gang"].items() if k not in own | times} == {
        k: v for k, v in rows["en-ad-gangen"].items() if k not in own | times
    }
    assert {rows["ad-een-gang"][name] for name in times} == {NOW}
    assert all(rows["en-ad-gangen"][name] for name in times)
    logged = ["wagtail.create", "wagtail.publish"]
    for entry in (at_once, one):
        entry.refresh_from_db()
        assert entry.live_revision == entry.latest_revision
        assert entry.live_revision.user == editor
        logs = ModelLogEntry.objects.for_instance(entry).order_by("pk")
        assert [(log.action, log.user) for log in logs] == [(action, editor) for action in logged]


def test_what_files_do_not_mention_stays(tmp_path):
    run(tmp_path, small_catalogue())
    kaffe = Activity.objects.get()
    kaffe.first_visit = "Spørg efter Bo."
    kaffe.save()
    answer = kaffe.venue.accessibility_answers.get(feature="elevator")
    answer.note = "Kommer til foråret."
    answer.save()
    stays = VenueFactory(slug="et-andet-sted")

    content = small_catalogue()
    content["activities"][0]["title"] = "Te på havnen"
    content["venues"][0]["accessibility"]["teleslynge"] = True
    run(tmp_path, content)

    kaffe.refresh_from_db()
    assert (kaffe.title, kaffe.first_visit) == ("Te på havnen", "Spørg efter Bo.")
    assert kaffe.venue.accessibility_answers.get(feature="elevator").note == "Kommer til foråret."
    assert Venue.objects.filter(pk=stays.pk).exists()


def test_entry_with_a_new_address_is_still_the_same_entry(tmp_path):
    run(tmp_path, small_catalogue())
    for model, slug in ((Activity, "kaffe-paa-havnen"), (Organisation, "vennerne-i-by"), (Area, "by-kommune")):
        row = model.objects.first() if model is not Area else Area.objects.get(slug="by")
        row.slug = slug
        row.save()
    assert run(tmp_path, small_catalogue()).changes_nothing
    assert Activity.objects.get().slug == "kaffe-paa-havnen"


def test_locked_entry_is_a_problem_only_when_it_would_change(tmp_path):
    run(tmp_path, small_catalogue())
    Activity.objects.update(locked=True)
    assert run(tmp_path, small_catalogue()).changes_nothing
    content = small_catalogue()
    content["activities"][0]["title"] = "Te"
    content["organisations"][0]["name"] = "Venner"
    with pytest.raises(ImportRefused) as caught:
        run(tmp_path, content)
    assert "låst" in str(caught.value.report.problems[0])
    assert Organisation.objects.get().name == "Vennerne"


def test_entry_taken_down_by_editors_is_not_put_up_again(tmp_path):
    run(tmp_path, small_catalogue())
    Activity.objects.get().unpublish()
    content = small_catalogue()
    content["activities"][0]["title"] = "Te"
    result = run(tmp_path, content)
    kaffe = Activity.objects.get()
    assert (kaffe.title, kaffe.live, kaffe.live_revision) == ("Te", False, None)
    assert "ikke udgivet" in str(result.report.notes[0])


def test_editors_draft_is_noted_when_the_import_publishes_past_it(tmp_path):
    run(tmp_path, small_catalogue())
    kaffe = Activity.objects.get()
    kaffe.summary = "En kladde."
    kaffe.save_revision()
    content = small_catalogue()
    content["activities"][0]["title"] = "Te"
    result = run(tmp_path, content)
    assert "kladde" in str(result.report.notes[0])
    assert not Activity.objects.get().has_unpublished_changes


def test_odd_but_possible_content_is_noted_and_imported(tmp_path):
    content = small_catalogue()
    content["activities"][0]["interests"] = ["gåture", "gåture"]
    content["activities"][0]["schedule"] = [
        {"dtstart": "2026-09-08T10:00", "minutes": 60, "rrule": "FREQ=WEEKLY;BYDAY=MO", "exdates": ["2026-10-13"]}
    ]
    result = run(tmp_path, content)
    assert [note.field for note in result.report.notes] == ["interests", "schedule[1].dtstart", "schedule[1].exdates"]
    assert Activity.objects.get().interests.count() == 1


def test_vocabulary_brings_synonyms_and_leaves_those_it_does_not_mention(tmp_path):
    content = {"interests": [{"name": "gåture", "synonyms": ["vandring", "spadsereture"]}]}
    run(tmp_path, content)
    term = Interest.objects.get()
    assert (term.slug, term.synonym_list) == ("gaature", ["vandring", "spadsereture"])
    assert run(tmp_path, {"interests": ["gåture"]}).changes_nothing
    assert run(tmp_path, content).changes_nothing
    assert counts(run(tmp_path, {"interests": [{"name": "gåture"}]}), "interests") == {"changed": 1}


def test_vocabulary_brings_english_words(tmp_path):
    for english in ("walks", "walking"):
        run(tmp_path, {"interests": [{"name": "gåture", "english": english}]})
        assert run(tmp_path, {"interests": ["gåture"]}).changes_nothing and Interest.objects.get().english == english


def test_number_of_queries_does_not_grow_with_the_number_of_unchanged_entries(tmp_path, django_assert_max_num_queries):
    content = small_catalogue()
    content["activities"] = [activity(f"kaffe-{number}") for number in range(40)]
    run(tmp_path, content)
    with django_assert_max_num_queries(45):
        assert counts(run(tmp_path, content), "activities") == {"unchanged": 40}


def test_number_of_queries_hardly_grows_with_the_number_of_new_entries(tmp_path):
    def queries(prefix: str, number: int) -> int:
        content = small_catalogue()
        content["activities"] = [activity(f"{prefix}-{n}") for n in range(number)]
        with CaptureQueriesContext(connection) as captured:
            run(tmp_path, content)
        return len(captured)

    queries("warm", 1)
    more = queries("many", 40) - queries("few", 10)
    assert more <= 3


def call(*args: object, **options: object) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("import_catalogue", *map(str, args), stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_command_tells_what_is_new_changed_and_unchanged(tmp_path):
    path = write_file(tmp_path, small_catalogue())
    assert "Aktiviteter: 1 nye, 0 ændret, 0 uændret" in call(path)[0]
    out = call(path)[0]
    assert "Aktiviteter: 0 nye, 0 ændret, 1 uændret" in out
    assert "Intet er ændret." in out


def test_command_lists_every_error_and_fails(tmp_path):
    content = small_catalogue()
    content["venues"][0]["postcode"] = "x"
    content["areas"][0]["lat"] = 0
    path, err = write_file(tmp_path, content, "by.json"), StringIO()
    with pytest.raises(CommandError, match="2 fejl.*Intet er ændret"):
        call_command("import_catalogue", str(path), stderr=err)
    assert err.getvalue().splitlines() == [
        "by.json, område nr. 1 (by), lat: 0.0 ligger ikke i Danmark (54.4 til 57.9). Er lat og lon byttet om?",
        'by.json, sted nr. 1 (huset), postcode: Et postnummer er en tekst med fire cifre, for eksempel "4220".',
    ]


def test_command_in_a_dry_run_says_that_it_was_one(tmp_path):
    assert "Intet er skrevet." in call(write_file(tmp_path, small_catalogue()), dry_run=True)[0]
    assert not Activity.objects.exists()


def test_command_writes_changes_on_a_user(tmp_path, django_user_model):
    django_user_model.objects.create_user("redaktoer@by.example")
    path = write_file(tmp_path, small_catalogue())
    call(path, by="Redaktoer@by.example")
    assert Activity.objects.get().latest_revision.user.email == "redaktoer@by.example"
    with pytest.raises(CommandError, match=r"ingen bruger med mailadressen x@y\.example"):
        call(path, by="x@y.example")
