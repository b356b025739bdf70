"""A referral's whole life, and then a search for the person's words in every place where something is kept."""

from __future__ import annotations

import datetime
import io
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from referral.actions.forget_by_rule import forget_by_rule
from referral.actions.open_referral import open_referral
from referral.escorts.choices import Help
from referral.escorts.links import token
from referral.life.choices import CloseReason, Company, ConsentKind, Decision, State
from referral.models import Contact, Escort, EscortArrangement, FollowUp, Outcome, Referral, ReferralStep
from referral.needs import Needs
from referral.privacy.withdrawal_keys import key_of
from search.documents.registry import all_documents
from search.engines import get_engine
from tests.factories.catalogue import OrganisationFactory

pytestmark = pytest.mark.django_db
NOW = timezone.now()
WORDS = (
    "Gudrunella",
    "58 98 76 54",
    "Troldegade 77",
    "Savner kolonihaven",
    "Ringede forgæves",
    "Smilede genert",
    "Marmorkugler",
    "Marmortrappen 9",
    "Snublede lidt",
    "58 11 22 33",
    "Troldeengen 5",
)


def database() -> str:
    """Every row of every table; on SQLite the bytes of the file as well, also where rows have been deleted."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            found.append(repr(cursor.fetchall()))
    if connection.vendor == "sqlite":
        raw: Any = connection.connection
        found.append(raw.serialize().decode("utf-8", errors="replace"))
    return "\n".join(found)


def files_in(folder: Path) -> str:
    return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in folder.rglob("*") if path.is_file())


def in_caches() -> str:
    return "\n".join(repr(getattr(caches[name], "_cache", "")) for name in ("default", "pages"))


def found(text: str) -> list[str]:
    lowered = text.lower()
    return [word for word in WORDS if word.lower() in lowered]


@pytest.fixture
def kept(tmp_path, settings) -> Iterator[dict[str, Any]]:
    """Every place beside the database, as a function that reads it; the log is all that anybody says."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mails")
    settings.MEDIA_ROOT = str(tmp_path / "media")
    written, root = io.StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(written), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    index = Path(settings.SEARCH_URL.removeprefix("tantivy://"))
    places = {"mails": tmp_path / "mails", "media": tmp_path / "media", "index": index}
    readers = {name: lambda folder=folder: files_in(folder) for name, folder in places.items()}
    # The index itself is packed: what goes into it is asked as well.
    readers["searched"] = lambda: repr(list(all_documents()))
    yield {**readers, "log": written.getvalue, "cache": in_caches}
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def lived(case, ledger, client, kept, django_capture_on_commit_callbacks) -> Referral:
    """Opened, read, followed, exported and closed, through the screens."""
    with django_capture_on_commit_callbacks(execute=True):
        referral = open_referral(
            activities=[case.activity, case.other_entry.activity],
            unit=case.unit,
            area=case.area,
            needs=Needs(age=79, likes=("Marmorkugler",)),
            consents=[ConsentKind.REFERRED, ConsentKind.CONTACTED],
            contact={"first_name": WORDS[0], "phone": WORDS[1], "address": WORDS[2], "way": "telefon"},
            note=WORDS[3],
            by=case.referrer,
            now=NOW,
        )
    client.force_login(case.network)
    case_page = reverse("cases:case", kwargs={"code": referral.code})
    assert set(found(client.get(case_page).content.decode())) >= set(WORDS[:4]), "it is shown to whoever may see it"
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(f"{case_page}note/", {"note": WORDS[4]}).status_code == 302
        _correct(client, referral)
        for state in (State.CONTACTED, State.CAME, State.GOES_ON):
            referral.refresh_from_db()
            step = reverse("cases:step", kwargs={"code": referral.code, "position": 1, "state": state.value})
            assert client.post(step, {"version": referral.version, "note": WORDS[4]}).status_code == 302
        _go_along(client, referral)
        assert client.post(reverse("privacy:extract", kwargs={"code": referral.code})).status_code == 200
        # What is refused is kept nowhere either.
        refused = client.post(f"{case_page}note/", {"note": f"{WORDS[4]} 010190-1234"})
        assert refused.status_code == 422
        referral.refresh_from_db()
        asked = {"version": referral.version, "reason": CloseReason.GOES_ON, "note": WORDS[4]}
        assert client.post(f"{case_page}afslut/", asked).status_code == 302
    said = {"decision": Decision.values[0], "company": Company.values[0], "note": WORDS[5]}
    FollowUp.objects.create(referral=referral, at=NOW, by=case.network, **said)
    Outcome.objects.update_or_create(referral=referral, defaults={"tils_before": "7", "tils_after": "4"})
    client.get(f"/samtykke/{key_of(referral)}/")
    client.get("/indsatskatalog/?q=kor")
    get_engine().rebuild(all_documents())
    return referral


def _correct(client, referral) -> None:
    """A wrong number is put right, a yes to the doctor written down; not with a civil registration number in it."""
    page, there = reverse("cases:contact", kwargs={"code": referral.code}), Contact.objects.get()
    wrong = {"version": 1, "first_name": there.first_name, "phone": there.phone, "address": there.address}
    right = {**wrong, "phone": WORDS[9], "address": WORDS[10], "way": "sms"}
    assert client.post(page, {**right, "address": f"{WORDS[10]} 010190-1234"}).status_code == 422
    with_yes = {**right, "consents": [ConsentKind.CLOSING_NOTE], "given_how": "mundtligt"}
    assert client.post(page, with_yes).status_code == 302
    # Whoever comes second sees both, and neither is kept anywhere.
    assert client.post(page, {**wrong, "given_how": "mundtligt"}).status_code == 409


def _go_along(client, referral) -> None:
    """Somebody is asked to go along to the second activity, says yes by the link, and tells how it went."""
    escort = Escort.objects.create(
        organisation=OrganisationFactory(email="venner@forening.example"), helps=(Help.WALK,)
    )
    escort.areas.set([referral.area])
    referral.refresh_from_db()
    step = reverse("cases:step", kwargs={"code": referral.code, "position": 2, "state": State.CONTACTED.value})
    assert client.post(step, {"version": referral.version}).status_code == 302
    referral.refresh_from_db()
    arrange = reverse("escorts:arrange", kwargs={"code": referral.code, "position": 2})
    day = (timezone.localdate() + datetime.timedelta(days=2)).isoformat()
    typed = {"day": day, "clock": "13.30", "help_": Help.WALK, "from_where": WORDS[7], "escort": escort.pk}
    assert client.post(arrange, {**typed, "do": "gem", "version": referral.version}).status_code == 302
    made = EscortArrangement.objects.get()
    link = reverse("going-along:follow", args=[token(made)])
    page = client.post(link, {"do": "ja", "version": made.version}).content.decode()
    assert set(found(page)) == {WORDS[0], WORDS[9], WORDS[7]}, "it is shown to whoever goes along"
    EscortArrangement.objects.update(meets_at=timezone.now() - datetime.timedelta(hours=1))
    told = {"do": "fulgtes", "version": made.version + 1, "evaluation": WORDS[8]}
    assert client.post(link, told).status_code == 200


def test_nothing_of_a_person_can_be_read_anywhere_but_on_the_screens(lived, kept):
    assert Contact.objects.get(referral=lived).first_name == WORDS[0]
    dump = database()
    assert lived.code in dump, "the search looks in the right place"
    assert found(dump) == []
    for name, read in kept.items():
        assert found(read()) == [], name
    assert "Unprocessable Entity" in kept["log"]() and kept["index"]() and "kind='activity'" in kept["searched"]()


def test_mails_have_a_link_and_no_person(lived, kept):
    mails = kept["mails"]()
    assert "Subject:" in mails, "the organisations were written to"
    assert found(mails) == []


def test_forgetting_leaves_not_even_what_is_encrypted(lived, kept, django_capture_on_commit_callbacks):
    with connection.cursor() as cursor:
        cursor.execute("SELECT first_name, phone, address FROM referral_contact")
        tokens = list(cursor.fetchone())
        for table in ("referral_referralstep", "referral_followup"):
            cursor.execute(f"SELECT note FROM {table} WHERE note <> ''")  # noqa: S608
            tokens += [token for (token,) in cursor.fetchall()]
        cursor.execute("SELECT from_where, evaluation FROM referral_escortarrangement")
        tokens += cursor.fetchone()
        cursor.execute("SELECT needs_kept FROM referral_referral WHERE code = %s", [lived.code])
        stays = list(cursor.fetchone())
        cursor.execute("SELECT tils_before, tils_after FROM referral_outcome")
        stays += cursor.fetchone()
    dump = database()
    assert [token for token in [*tokens, *stays] if token not in dump] == []
    with django_capture_on_commit_callbacks(execute=True):
        forget_by_rule(now=NOW + datetime.timedelta(days=31))
    dump = database()
    assert [token for token in tokens if token in dump] == []
    assert [token for token in stays if token not in dump] == [], "needs and outcome live as long as the referral"
    assert ReferralStep.objects.filter(referral=lived).exists()
    with django_capture_on_commit_callbacks(execute=True):
        forget_by_rule(now=NOW + datetime.timedelta(days=367))
        call_command("forget")
    dump = database()
    assert [token for token in [*tokens, *stays, lived.code] if token in dump] == []
    assert found(dump) == []
    for name, read in kept.items():
        assert found(read()) == [], name
