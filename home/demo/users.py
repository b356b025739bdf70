"""One user of each role, to try the portal with. Never on a portal that people use: the password is known."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db.models import Model

from accounts.models import User
from accounts.roles import Role
from catalogue.models import Area, Organisation, Responsibility, Venue

from .identity import MOMENT, uuid_for

PASSWORD = "proev-kataloget-2026"  # noqa: S105  # printed on purpose, for trying


@dataclass(frozen=True, slots=True)
class SignIn:
    """How to sign in as a role; `password` is "" when somebody has changed it."""

    role: str
    email: str
    password: str


PEOPLE: dict[Role, tuple[str, str, str]] = {
    Role.ADMINISTRATOR: ("administrator@kommune.example", "Anna", "Administrator"),
    Role.EDITOR: ("redaktoer@kommune.example", "Rikke", "Redaktør"),
    Role.LOCAL_EDITOR: ("lokalredaktoer@kommune.example", "Lars", "Lokalredaktør"),
    Role.ASSOCIATION: ("forening@forening.example", "Frida", "Forening"),
    Role.CENTRE_STAFF: ("center@center.example", "Carl", "Centermedarbejder"),
    Role.FRONT_LINE: ("frontpersonale@kommune.example", "Hanne", "Hjemmesygeplejerske"),
    Role.NETWORK_WORKER: ("netvaerk@kommune.example", "Nadia", "Netværksmedarbejder"),
    Role.COORDINATOR: ("koordinator@kommune.example", "Kim", "Koordinator"),
}
# What they are responsible for, by its address: (what it is, slug, whether it is trusted to publish).
RESPONSIBLE: dict[Role, tuple[tuple[str, str, bool], ...]] = {
    Role.LOCAL_EDITOR: (("area", "sl-korsoer", False),),
    Role.ASSOCIATION: (
        ("organisation", "sl-aeldre-sagen-korsoer", False),
        ("organisation", "sl-maends-moedesteder-korsoer", True),
    ),
    Role.CENTRE_STAFF: (("venue", "sl-brugercafeen-luetzensvej", False),),
    Role.NETWORK_WORKER: (("area", "sl-korsoer", False), ("venue", "sl-brugercafeen-luetzensvej", False)),
    Role.COORDINATOR: (("area", "sl-slagelse-kommune", False),),
}
MODELS: dict[str, type[Model]] = {"area": Area, "organisation": Organisation, "venue": Venue}


def load_users() -> list[SignIn]:
    """Make the users that are missing; return how to sign in as each. The groups are there after migrating."""
    signs = []
    for role, (email, first_name, last_name) in PEOPLE.items():
        user = User.objects.filter(email=email).first()
        # To check a password takes as long as to make one, on purpose.
        known = user is None or user.check_password(PASSWORD)
        if user is None:
            user = User.objects.create_user(
                email,
                PASSWORD,
                uuid=uuid_for("users", email),
                first_name=first_name,
                last_name=last_name,
                is_superuser=role == Role.ADMINISTRATOR,
                is_staff=role == Role.ADMINISTRATOR,
                date_joined=MOMENT,
            )
            user.groups.add(Group.objects.get(name=role.group_name))
            _make_responsible(user, role)
        signs.append(SignIn(last_name, email, PASSWORD if known else ""))
    return signs


def _make_responsible(user: User, role: Role) -> None:
    for kind, slug, trusted in RESPONSIBLE.get(role, ()):
        thing = MODELS[kind]._default_manager.get(slug=slug)
        Responsibility.objects.create(user=user, trusted=trusted, **{kind: thing})
