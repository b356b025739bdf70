import pytest
from django.core.exceptions import ValidationError

from search.models import Concept, KnownWord, Synonym
from search.query import SearchQuery
from search.service import search
from search.understanding.sources import recount_words
from search.understanding.store import forget, get_knowledge
from tests.factories.catalogue import ActivityFactory, AreaFactory

pytestmark = pytest.mark.django_db


def found(text):
    return [hit.item.slug for hit in search(SearchQuery(text=text)).hits]


def test_synonym_works_when_it_has_been_saved(reindex, django_capture_on_commit_callbacks):
    ActivityFactory(title="Brunsviger og snak", slug="kage")
    reindex()
    assert found("fynsk kage") != ["kage"]
    with django_capture_on_commit_callbacks(execute=True):
        Synonym.objects.create(words="brunsviger\nfynsk kage")
    assert found("fynsk kage") == ["kage"]


def test_concept_leads_from_a_sentence_to_an_interest(reindex, django_capture_on_commit_callbacks):
    activity = ActivityFactory(title="Mandagsholdet", slug="mandag", interests=["badminton"])
    ActivityFactory(title="Noget andet")
    reindex()
    with django_capture_on_commit_callbacks(execute=True):
        concept = Concept.objects.create(label="Fjerbold", said="slå til noget med en ketsjer i hallen")
        concept.interests.add(*activity.interests.all())
        concept.save()
    assert found("jeg vil slå til noget med en ketsjer i hallen")[0] == "mandag"


def test_synonym_alone_is_refused():
    with pytest.raises(ValidationError):
        Synonym(words="kage\n\nkage").full_clean()


def test_concept_that_nobody_can_say_is_refused():
    with pytest.raises(ValidationError):
        Concept(label="Tavshed").full_clean()


def test_new_area_is_understood_at_once(django_capture_on_commit_callbacks):
    assert "lilleby" not in {area.name.lower() for area in get_knowledge().gazetteer.areas.values()}
    with django_capture_on_commit_callbacks(execute=True):
        AreaFactory(name="Lilleby", slug="lilleby")
    assert "lilleby" in get_knowledge().gazetteer.areas


def test_unchanged_sources_keep_the_knowledge():
    before = get_knowledge()
    forget()
    assert get_knowledge() is before


def test_words_of_the_catalogue_are_counted_and_learnt(django_capture_on_commit_callbacks):
    ActivityFactory(title="Brunsviger")
    recount_words()
    assert KnownWord.objects.get(form="brunsviger").texts == 1
    with django_capture_on_commit_callbacks(execute=True):
        ActivityFactory(title="Hindbærsnitter")
    assert "hindbærsnitter" in get_knowledge().catalogue
