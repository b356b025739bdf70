import pytest
from wagtail.models import Site

from home.checks import check_phone
from home.models import SiteSettings

pytestmark = pytest.mark.django_db


@pytest.fixture
def settings_of_site() -> SiteSettings:
    return SiteSettings.for_site(Site.objects.get())


def test_site_without_a_phone_number_is_warned_of(settings_of_site):
    settings_of_site.phone = ""
    settings_of_site.save()
    assert [message.id for message in check_phone(databases=["default"])] == ["home.W001"]


def test_site_that_has_said_nothing_of_itself_is_warned_of():
    SiteSettings.objects.all().delete()
    assert [message.id for message in check_phone(databases=["default"])] == ["home.W001"]


def test_site_with_a_phone_number_is_in_order(settings_of_site):
    settings_of_site.phone = "00 58 10 00"
    settings_of_site.save()
    assert check_phone(databases=["default"]) == []


def test_check_asks_nothing_where_no_database_is_checked(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert check_phone() == []
