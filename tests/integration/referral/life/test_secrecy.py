"""What is said of a person is unreadable in the database, also while keys are changed."""

from __future__ import annotations

import pytest
from cryptography.fernet import Fernet
from django.apps import apps
from django.core.exceptions import FieldError
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from wagtail.models import ReferenceIndex, Revision
from wagtail.search import index

from referral.actions.rotate_keys import encrypted_fields, rotate_keys
from referral.actions.write_note import write_note
from referral.checks import every_state_lasts_some_days, keys_can_be_used
from referral.models import Contact, Referral
from referral.secrecy import Unreadable
from tests.factories.referral_cases import contact_for

pytestmark = pytest.mark.django_db
WORDS = ("Gudrun", "58 12 34 56", "Havnegade 4", "Savner sin mand")


@pytest.fixture
def person(case) -> Contact:
    write_note(referral=case.referral, note="Savner sin mand", by=case.network, now=timezone.now())
    return contact_for(case.referral, address="Havnegade 4")


def everything_in_the_database() -> str:
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names(cursor) if name.startswith("referral_")]
        found = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            found += cursor.fetchall()
    return repr(found)


def test_nothing_of_the_person_can_be_read_in_the_database(person, case):
    dump = everything_in_the_database()
    assert case.referral.code in dump
    assert [word for word in WORDS if word in dump] == []
    assert Contact.objects.get().address == "Havnegade 4"
    assert case.referral.steps.get().note == "Savner sin mand"


def test_encrypted_text_cannot_be_searched(person):
    assert Contact.objects.filter(phone__isnull=False).exists()
    for lookup in ("first_name", "first_name__contains", "phone__in"):
        with pytest.raises(FieldError):
            Contact.objects.filter(**{lookup: ["Gudrun"]}).exists()


def test_keys_are_changed_without_losing_a_word(person, case, settings):
    old, new = settings.REFERRAL_KEYS[0], Fernet.generate_key().decode()
    settings.REFERRAL_KEYS = [new, old]
    assert Contact.objects.get().first_name == "Gudrun", "what the old key wrote is read"
    assert rotate_keys() == 5, "name, telephone, address, way and the note"
    assert rotate_keys() == 0
    settings.REFERRAL_KEYS = [new]
    assert Contact.objects.get().first_name == "Gudrun"
    assert case.referral.steps.get().note == "Savner sin mand"


def test_missing_key_says_so_and_not_what_was_read(person, settings):
    settings.REFERRAL_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(Unreadable, match="No key in REFERRAL_KEYS"):
        Contact.objects.get()
    with pytest.raises(CommandError, match="mangler i REFERRAL_KEYS"):
        call_command("rotate_referral_keys")


def test_command_tells_how_many(person, settings, capsys):
    settings.REFERRAL_KEYS = [Fernet.generate_key().decode(), *settings.REFERRAL_KEYS]
    call_command("rotate_referral_keys")
    assert capsys.readouterr().out == "Skrev 5 felter om. De gamle nøgler kan fjernes nu.\n"


@pytest.mark.parametrize(("keys", "identity"), [([], "referral.E001"), (["kort"], "referral.E002")])
def test_check_finds_keys_that_are_none(settings, keys, identity):
    settings.REFERRAL_KEYS = keys
    assert [error.id for error in keys_can_be_used()] == [identity]
    assert "kort" not in str(keys_can_be_used()), "a mistyped key is still a secret"


def test_check_finds_a_state_that_lasts_no_day(settings):
    settings.REFERRAL_VISIT_DAYS = 0
    assert [error.id for error in every_state_lasts_some_days()] == ["referral.E003"]


def test_referrals_take_no_part_in_search_revisions_or_references(person, case):
    models = list(apps.get_app_config("referral").get_models())
    assert any(encrypted_fields(model) for model in models)
    assert not any(issubclass(model, index.Indexed) for model in models)
    assert all(model.wagtail_reference_index_ignore for model in models if not model._meta.auto_created)
    assert not ReferenceIndex.objects.filter(base_content_type__app_label="referral").exists()
    assert not Revision.objects.filter(base_content_type__app_label="referral").exists()
    assert Referral.objects.count() == 1
