"""Following a link from the mail: what it does, and when it does nothing."""

from datetime import timedelta

import pytest
from django.core import mail, signing
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from catalogue.actions.publish_entry import publish_entry
from catalogue.actions.set_up_approval import set_up_approval
from catalogue.choices import Status
from catalogue.models import Activity
from editorial.freshness.links import Purpose, lasts, token
from editorial.models import ErrorReport, FreshnessLetter, FreshnessQuestion
from tests.factories.accounts import UserFactory
from tests.factories.catalogue import ActivityFactory, DateExceptionFactory, ResponsibilityFactory, ScheduleFactory

from .conftest import all_right_in, days_ago, links_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(old, climb, django_capture_on_commit_callbacks):
    """The entry, published as entries are, and its organisation asked about it."""
    publish_entry(entry=old, by=None)
    Activity.objects.filter(pk=old.pk).update(schedule_text="Hver tirsdag kl. 14-16")
    climb()
    old.refresh_from_db()
    return old


@pytest.fixture
def links(asked):
    return links_in(mail.outbox[0], asked.title)


@pytest.fixture
def trusted(organisation):
    return ResponsibilityFactory(user=UserFactory(), organisation=organisation, trusted=True)


@pytest.fixture
def approval(db):
    return set_up_approval()


def drafted(entry: Activity, **values: object) -> None:
    draft = entry.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision(clean=False)


def newest(entry: Activity) -> Activity:
    return Activity.objects.get(pk=entry.pk).get_latest_revision_as_object()


def typed(client, address: str, **changes: str) -> dict[str, str]:
    """What the form holds, with some of it changed."""
    page = client.get(address).context["page"]
    fields = [field for line in page.lines for field in line.fields] + page.fields
    return {field.name: field.value for field in fields} | changes


def test_links_do_nothing_until_a_button_is_pressed(client, asked, links):
    before = ModelLogEntry.objects.count()
    for link in vars(links).values():
        for ask in (client.get, client.head):
            response = ask(link)
            assert response.status_code == 200
            assert response.cookies == {}
        assert client.options(link).status_code == 405
    asked.refresh_from_db()
    assert asked.verified_on == days_ago(200)
    assert ModelLogEntry.objects.count() == before
    assert not FreshnessQuestion.objects.exclude(answer="").exists()


def test_still_right_confirms_the_entry_today(client, asked, links):
    response = client.post(links.right, follow=True)
    assert response.redirect_chain == [(links.right, 302)]
    assert "er nu bekræftet" in response.content.decode()
    asked.refresh_from_db()
    assert (asked.verified_on, asked.verified_by, asked.live) == (timezone.localdate(), "", True)
    entry = ModelLogEntry.objects.get(action="freshness.confirmed")
    assert entry.user is None
    assert "det er stadig rigtigt" in entry.message


def test_link_works_once_and_takes_the_others_with_it(client, asked, links):
    client.post(links.right)
    Activity.objects.filter(pk=asked.pk).update(verified_on=days_ago(100))
    for link in vars(links).values():
        assert client.post(link, {"reason": "Sommer"}).status_code == 410
        assert "Tak for svaret" in client.get(link).content.decode()
    asked.refresh_from_db()
    assert (asked.verified_on, asked.status) == (days_ago(100), Status.ACTIVE)


def test_link_is_dead_once_the_entry_is_confirmed_in_another_way(client, asked, links):
    Activity.objects.filter(pk=asked.pk).update(verified_on=days_ago(1))
    response = client.post(links.end)
    assert response.status_code == 410
    assert "allerede bekræftet" in response.content.decode()
    asked.refresh_from_db()
    assert asked.status == Status.ACTIVE


def test_link_for_one_thing_is_good_for_no_other(client, asked, links):
    token_of_right = links.right.rsplit("/", 2)[1]
    assert token_of_right.startswith("r")
    for purpose in "tpoa":
        forged = f"/svar/{purpose}{token_of_right[1:]}/"
        response = client.post(forged, {"reason": "x"})
        assert response.status_code == 404
        assert "Linket virker ikke" in response.content.decode()


def signed_elsewhere():
    """Signed with the right key, for another purpose."""
    return signing.dumps("r1")


# The signature holds the time, so it is made in the test: two processes must collect the same names.
@pytest.mark.parametrize(
    "made",
    [lambda: "opdigtet", lambda: "r1", lambda: "r1.abc.def", lambda: "r.1.2", lambda: "a" * 500, signed_elsewhere],
    ids=["a word", "an id", "three parts", "numbers", "long", "signed elsewhere"],
)
def test_what_is_no_link_says_what_to_do(client, db, made):
    text = made()
    response = client.get(reverse("editorial:freshness", args=[text]))
    assert response.status_code == 404
    assert "Åbn mailen igen" in response.content.decode()
    assert client.post(reverse("editorial:freshness-again", args=[text])).status_code == 404


def test_link_to_what_has_been_deleted_is_not_found(client, db):
    for purpose in Purpose:
        assert client.get(reverse("editorial:freshness", args=[token(purpose, 99)])).status_code == 404


def test_link_grows_too_old(client, asked, links, monkeypatch):
    later = signing.time.time() + (lasts() + timedelta(days=1)).total_seconds()
    monkeypatch.setattr(signing.time, "time", lambda: later)
    response = client.post(links.right)
    assert response.status_code == 410
    assert "Linket er for gammelt" in response.content.decode()
    asked.refresh_from_db()
    assert asked.verified_on == days_ago(200)


def test_taken_off_by_an_editor_stays_off(client, asked, links):
    asked.unpublish()
    assert client.post(links.right).status_code == 410
    asked.refresh_from_db()
    assert not asked.live


def test_everything_is_right_in_one_click(client, organisation, old, climb):
    ActivityFactory(title="Fællessang", organisation=organisation, verified_on=days_ago(100))
    climb()
    address = all_right_in(mail.outbox[0])
    page = client.get(address).content.decode()
    assert "Koret på Kanten" in page and "Fællessang" in page
    assert "Tak, nu er alt bekræftet" in client.post(address, follow=True).content.decode()
    assert set(Activity.objects.values_list("verified_on", flat=True)) == {timezone.localdate()}
    assert client.post(address).status_code == 410


def test_confirming_publishes_no_draft_and_the_draft_keeps_it(client, asked, links):
    drafted(asked, title="Halvfærdig titel")
    client.post(links.right)
    asked.refresh_from_db()
    assert (asked.title, asked.verified_on) == ("Koret på Kanten", timezone.localdate())
    assert (newest(asked).title, newest(asked).verified_on) == ("Halvfærdig titel", timezone.localdate())
    assert asked.has_unpublished_changes


@pytest.mark.parametrize("with_draft", [False, True])
def test_hidden_entry_comes_back_with_one_click(client, asked, links, climb, with_draft):
    if with_draft:
        drafted(asked, title="Halvfærdig titel")
    climb(14)
    climb(134)
    asked.refresh_from_db()
    assert not asked.live
    assert "skjult lige nu" in client.get(links.right).content.decode()
    client.post(links.right)
    asked.refresh_from_db()
    assert (asked.live, asked.title, asked.verified_on) == (True, "Koret på Kanten", timezone.localdate())
    assert asked.has_unpublished_changes == with_draft


def test_trusted_organisation_corrects_its_time_for_all_to_see(client, asked, links, trusted):
    ScheduleFactory(
        activity=asked,
        starts_on="2026-09-08",
        starts_at="14:00",
        minutes=120,
        rrule="FREQ=WEEKLY;BYDAY=TU",
        exdates="2026-10-13",
    )
    DateExceptionFactory(activity=asked, original_date="2026-12-01", original_time="14:00")
    changed = typed(client, links.correct, day_0="2", from_0="10.30", to_0="12")
    receipt = client.post(links.correct, changed, follow=True).content.decode()
    assert "Tirsdag kl. 14-16" in receipt and "Onsdag kl. 10.30-12" in receipt
    asked.refresh_from_db()
    rule = asked.schedules.get()
    assert (rule.starts_on.isoformat(), rule.starts_at.isoformat(), rule.minutes) == ("2026-09-09", "10:30:00", 90)
    assert (rule.rrule, [day.isoformat() for day in rule.exdates]) == ("FREQ=WEEKLY;BYDAY=WE", ["2026-10-14"])
    cancelled = asked.date_exceptions.get()
    assert (cancelled.original_date.isoformat(), cancelled.original_time.isoformat()) == ("2026-12-02", "10:30:00")
    assert asked.schedule_text == "Hver onsdag kl. 10.30-12"
    assert asked.verified_on == timezone.localdate()
    assert "Hver tirsdag kl. 14-16 → Hver onsdag" in ModelLogEntry.objects.get(action="freshness.corrected").message


def test_others_correction_waits_for_approval(client, asked, links, approval):
    changed = typed(client, links.correct, contact_phone="12 34 56 78", price_dkk="30,50")
    receipt = client.post(links.correct, changed, follow=True).content.decode()
    assert "En redaktør ser på den" in receipt and "12 34 56 78" in receipt
    asked.refresh_from_db()
    assert (asked.contact_phone, asked.workflow_in_progress) == ("00 11 22 34", True)
    draft = newest(asked)
    assert (draft.contact_phone, str(draft.price_dkk), draft.price_text) == ("12 34 56 78", "30.50", "30,50 kr.")
    asked.current_workflow_state.current_task_state.approve(user=UserFactory(is_superuser=True))
    asked.refresh_from_db()
    assert (asked.contact_phone, asked.verified_on) == ("12 34 56 78", timezone.localdate())


def test_correction_builds_on_a_waiting_draft_and_tells_the_editor(client, asked, links, approval):
    drafted(asked, title="Ny titel")
    client.post(links.correct, typed(client, links.correct, contact_phone="12 34 56 78"))
    assert (newest(asked).title, newest(asked).contact_phone) == ("Ny titel", "12 34 56 78")
    assert "Der lå en kladde i forvejen" in ModelLogEntry.objects.get(action="freshness.submitted").message
    asked.refresh_from_db()
    assert (asked.title, asked.contact_phone) == ("Koret på Kanten", "00 11 22 34")


def test_note_reaches_the_editors_queue(client, asked, links, trusted):
    client.post(links.correct, typed(client, links.correct, note="Vi flytter til marts."))
    assert ErrorReport.objects.get().words == "Fra arrangøren selv: Vi flytter til marts."


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({}, "send", "Du har ikke ændret noget."),
        ({"contact_phone": "12 34"}, "contact_phone", "telefonnummer"),
        ({"contact_email": "kor"}, "contact_email", "mailadresse"),
        ({"price_dkk": "mange"}, "price_dkk", "Skriv prisen som et tal"),
        ({"price_dkk": "-1"}, "price_dkk", "Skriv prisen som et tal"),
        ({"signup": "opdigtet"}, "signup", "Vælg, hvordan"),
        ({"summary": ""}, "summary", "Skriv kort"),
        ({"summary": "a" * 161}, "summary", "Skriv højst 160"),
        ({"note": "Mit CPR er 010203-1234"}, "note", "CPR-nummer"),
        ({"from_0": "i morgen"}, "from_0", "Skriv klokkeslættet"),
        ({"from_0": "25"}, "from_0", "Skriv klokkeslættet"),
        ({"to_0": "13"}, "to_0", "senere, end det begynder"),
        ({"day_0": "9"}, "day_0", "Vælg en ugedag"),
        ({"from_0": "15", "to_0": "17"}, "schedule_text", "Ret også ordene her"),
    ],
)
def test_what_cannot_be_saved_is_said_and_nothing_is_lost(client, asked, links, trusted, changes, field, message):
    ScheduleFactory(activity=asked, starts_on="2026-09-08", starts_at="14:00", rrule="FREQ=WEEKLY;BYDAY=TU")
    if field == "schedule_text":
        Activity.objects.filter(pk=asked.pk).update(schedule_text="Om eftermiddagen")
    response = client.post(links.correct, typed(client, links.correct, **changes))
    assert response.status_code == 422
    page = response.context["page"]
    assert [(one.field, message in one.words) for one in page.problems] == [(field, True)]
    shown = {one.name: one.value for line in page.lines for one in line.fields} | {
        one.name: one.value for one in page.fields
    }
    assert changes.items() <= shown.items()
    asked.refresh_from_db()
    assert asked.verified_on == days_ago(200)


def test_pause_of_a_trusted_organisation_shows_at_once(client, asked, links, trusted):
    until = timezone.localdate() + timedelta(days=60)
    receipt = client.post(links.pause, {"reason": "Vinterpause.", "until": f"{until:%d.%m.%Y}"}, follow=True)
    assert "står nu på pause" in receipt.content.decode()
    asked.refresh_from_db()
    assert (asked.status, asked.status_note, asked.paused_until) == (Status.PAUSED, "Vinterpause.", until)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"reason": ""}, "Skriv kort hvorfor"),
        ({"reason": "Ferie", "until": "engang"}, "Skriv datoen som"),
        ({"reason": "Ferie", "until": "2020-01-01"}, "allerede gået"),
        ({"reason": "a" * 151}, "Skriv højst 150"),
    ],
)
def test_pause_asks_for_what_it_needs(client, asked, links, given, message):
    response = client.post(links.pause, given)
    assert response.status_code == 422
    assert message in response.content.decode()


def test_end_waits_for_approval_unless_trusted(client, asked, links, approval):
    client.post(links.end, {"reason": "Vi er for få."})
    asked.refresh_from_db()
    assert (asked.status, newest(asked).status) == (Status.ACTIVE, Status.ENDED)
    assert "siger, at den er ophørt" in ModelLogEntry.objects.get(action="freshness.submitted").message


def test_end_of_a_trusted_organisation_shows_at_once(client, asked, links, trusted):
    client.post(links.end)
    asked.refresh_from_db()
    assert (asked.status, asked.live) == (Status.ENDED, True)


def test_what_waits_for_approval_is_not_asked_about_again(client, asked, links, approval, climb):
    client.post(links.end, {"reason": "Vi er for få."})
    climb(20)
    assert len([one for one in mail.outbox if one.to == ["kor@forening.example"]]) == 1


def test_new_links_go_to_the_known_address_and_not_too_often(client, asked, links, django_capture_on_commit_callbacks):
    client.post(links.right)
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(f"{links.right}nye-links/", {"email": "tyv@eksempel.example"})
    assert "k…@forening.example" in response.content.decode()
    message = mail.outbox[-1]
    assert (message.to, message.subject) == (["kor@forening.example"], "Nye links: Koret på Kanten")
    fresh = links_in(message, asked.title)
    assert client.get(fresh.correct).status_code == 200
    assert client.post(f"{links.right}nye-links/").status_code == 429
    assert FreshnessLetter.objects.filter(kind="igen").count() == 1


def test_new_links_are_only_sent_when_asked_for_by_a_button(client, asked, links):
    assert client.get(f"{links.right}nye-links/").status_code == 405


def test_asking_for_new_links_does_not_stop_the_ladder(client, asked, links, climb, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{links.right}nye-links/")
    assert climb(14).reminded == 1
    assert climb(134).hidden == 1


def test_page_asks_the_database_little(client, organisation, climb, django_assert_max_num_queries):
    ActivityFactory.create_batch(20, organisation=organisation, verified_on=days_ago(200))
    climb()
    address = all_right_in(mail.outbox[0])
    with django_assert_max_num_queries(12):
        client.get(address)
