import pytest
from django.core.exceptions import ValidationError

from home.blocks.saved_search import SavedSearchBlock
from home.fields import SavedSearchField
from home.saved_search import normal_address, read_address


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://portal.example/indsatskatalog/?q=g%C3%A5tur&omraade=korsoer", "q=g%C3%A5tur&omraade=korsoer"),
        ("/indsatskatalog/?omraade=korsoer&q=gåtur", "q=g%C3%A5tur&omraade=korsoer"),
        ("?q=kor&side=3", "q=kor"),
        ("q=kor", "q=kor"),
        ("/indsatskatalog/relationelle/?dag=man", "type=relationel&dag=man"),
        ("/indsatskatalog/opsoegende/", "type=opsoegende"),
        ("/en/indsatskatalog/?q=kor", "q=kor"),
        ("sorter=naeste", "sorter=naeste"),
        ("  q=kor  ", "q=kor"),
    ],
)
def test_address_of_a_search_is_kept_as_its_question(typed, kept):
    assert normal_address(typed) == kept
    assert normal_address(kept) == kept


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("/kontakt/?q=kor", "ikke en adresse"),
        ("https://portal.example/", "ikke en adresse"),
        ("gåtur i Korsør", "ikke en adresse"),
        ("/indsatskatalog/", "søger ikke efter noget"),
        ("?q=", "søger ikke efter noget"),
        ("q=kor&pris=dyrt", "dyrt"),
        ("q=kor&farve=roed", "farve"),
    ],
)
def test_what_is_no_search_is_refused_with_the_reason(typed, reason):
    with pytest.raises(ValidationError, match=reason):
        read_address(typed)


def test_fields_and_blocks_keep_the_question_alone():
    address = "https://portal.example/indsatskatalog/?side=2&q=kor"
    assert SavedSearchField().clean(address, None) == "q=kor"
    assert SavedSearchBlock().clean(address) == "q=kor"


def test_fields_and_blocks_refuse_what_is_no_search():
    with pytest.raises(ValidationError):
        SavedSearchField().clean("/kontakt/", None)
    with pytest.raises(ValidationError):
        SavedSearchBlock().clean("/kontakt/")


def test_a_search_may_be_left_out_where_it_is_optional():
    assert SavedSearchField(blank=True).clean("", None) == ""
    assert SavedSearchBlock(required=False).clean("") == ""
