import pytest

from accounts.models import User
from accounts.roles import Role
from tests.factories.accounts import user_with
from tests.factories.catalogue import AreaFactory, InterestFactory, OrganisationFactory, VenueFactory


@pytest.fixture
def town(db):
    """What `good_row` names."""
    korsoer = AreaFactory(name="Korsør", slug="korsoer")
    OrganisationFactory(name="Sangvennerne", slug="sangvennerne")
    VenueFactory(name="Biblioteket", slug="biblioteket", area=korsoer)
    InterestFactory(name="sang")
    return korsoer


@pytest.fixture
def editor(db) -> User:
    return user_with(Role.EDITOR)
