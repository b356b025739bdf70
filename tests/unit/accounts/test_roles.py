"""Roles are groups, and a migration leaves them as the apps want them."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils import translation
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from accounts.actions.sync_roles import UnknownPermission, sync_roles
from accounts.permissions import EVERYWHERE
from accounts.roles import Role, Scope, grant, granted
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def holder_of(role: Role):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=role.group_name))
    return user


def test_a_migrated_database_has_a_group_for_each_role_and_no_others():
    assert {group.name for group in Group.objects.all()} == {role.group_name for role in Role}


def test_the_group_has_a_danish_name_in_every_language():
    with translation.override("en"):
        assert Role.EDITOR.group_name == "Redaktører"
    with translation.override("da"):
        assert {role: str(role.label) for role in Role} == {role: role.group_name for role in Role}


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        (
            Role.ADMINISTRATOR,
            ["accounts.add_user", "catalogue.publish_activity"],
            ["accounts.view_nothing", "referral.coordinate"],
        ),
        (Role.EDITOR, ["catalogue.publish_venue", "catalogue.delete_area"], ["accounts.change_user"]),
        (Role.LOCAL_EDITOR, ["catalogue.publish_activity"], ["catalogue.delete_activity", "catalogue.add_interest"]),
        (
            Role.ASSOCIATION,
            ["catalogue.change_activity", "referral.receive"],
            ["catalogue.add_organisation", EVERYWHERE],
        ),
        (Role.CENTRE_STAFF, ["catalogue.change_venue"], ["catalogue.add_venue", EVERYWHERE]),
        (Role.FRONT_LINE, ["referral.refer"], ["wagtailadmin.access_admin", "catalogue.view_activity"]),
        (Role.NETWORK_WORKER, ["referral.follow"], ["wagtailadmin.access_admin", "referral.coordinate"]),
        (Role.COORDINATOR, ["referral.coordinate"], ["wagtailadmin.access_admin", "referral.refer"]),
    ],
)
def test_a_role_may_what_it_should(role: Role, may: list[str], may_not: list[str]):
    user = holder_of(role)
    assert user.has_perms(may)
    assert not any(user.has_perm(permission) for permission in may_not)


def test_images_and_pages_are_given_at_their_roots():
    editors = Group.objects.get(name=Role.EDITOR.group_name)
    folders = GroupCollectionPermission.objects.filter(group=editors)
    assert {rule.collection for rule in folders} == {Collection.get_first_root_node()}
    assert "change_image" in {rule.permission.codename for rule in folders}
    pages = GroupPagePermission.objects.filter(group=editors)
    assert {rule.page.depth for rule in pages} == {1}
    assert "publish_basepage" in {rule.permission.codename for rule in pages}


def test_syncing_again_mends_what_is_missing_and_keeps_what_was_added():
    editors = Group.objects.get(name=Role.EDITOR.group_name)
    extra = Permission.objects.get(codename="view_user")
    editors.permissions.set([extra])
    before = GroupPagePermission.objects.count()
    sync_roles()
    codenames = set(editors.permissions.values_list("codename", flat=True))
    assert {"view_user", "publish_activity"} <= codenames
    assert GroupPagePermission.objects.count() == before
    assert Group.objects.count() == len(Role)


def test_a_misspelt_permission_is_reported(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("accounts.roles._grants", {key: set(value) for key, value in _all().items()})
    grant({Role.EDITOR: ["catalogue.pubish_activity"]})
    with pytest.raises(UnknownPermission, match="pubish_activity"):
        sync_roles()


def _all() -> dict:
    return {(role, scope): granted(role, scope) for role in Role for scope in Scope}
