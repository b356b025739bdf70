from catalogue.choices import ActivityType
from search.presenters.addresses import Addresses
from search.query import SearchQuery

QUERY = SearchQuery(text="kor & sang", types=("opsoegende",), areas=("korsoer", "vig"))


def test_addresses_of_nothing_is_the_page_itself():
    assert Addresses().of(SearchQuery()) == "/indsatskatalog/"


def test_addresses_of_repeat_and_escape_values():
    assert Addresses().of(QUERY) == "/indsatskatalog/?q=kor+%26+sang&type=opsoegende&omraade=korsoer&omraade=vig"


def test_addresses_on_a_part_do_not_name_the_part_again():
    address = Addresses(ActivityType.OUTREACH).of(QUERY)
    assert address == "/indsatskatalog/opsoegende/?q=kor+%26+sang&omraade=korsoer&omraade=vig"
