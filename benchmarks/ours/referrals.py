"""Front-line staff with open referrals, signed in; and what is in the database after they have all worked at once."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import Group
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from catalogue.models import Activity, Area
from referral.actions.open_referral import open_referral
from referral.life.choices import ConsentKind, Event, UnitKind
from referral.models import Referral, ReferralStep, Unit, UnitMember
from referral.needs import Needs

NEEDS = Needs(age=78, misses=("gruppe", "samtale"), likes=("sang",), barriers=("kan_ikke_gaa_langt",))


def prepared(users: int, each: int) -> dict[str, Any]:
    """Users in units of ten, `each` referrals a user; their sessions, and the codes they see, by user."""
    area = Area.objects.filter(parent__isnull=False).first()
    group = Group.objects.get(name=Role.FRONT_LINE.group_name)
    activities = list(Activity.objects.published()[:200])
    now = timezone.now()
    sessions, codes = [], []
    unit: Unit | None = None
    for number in range(users):
        if unit is None or number % 10 == 0:
            unit = Unit.objects.create(name=f"Enhed {number // 10}", kind=UnitKind.HOME_CARE, area=area)
        user = User.objects.create_user(email=f"bench-{number}@kommune.example")
        user.groups.add(group)
        UnitMember.objects.create(unit=unit, user=user)
        sessions.append(_session(user))
        codes.append(
            [
                open_referral(
                    activities=[activities[(number * each + turn + more) % len(activities)] for more in range(3)],
                    unit=unit,
                    area=area,
                    needs=NEEDS,
                    consents=[ConsentKind.REFERRED, ConsentKind.CONTACTED],
                    contact={"first_name": "Gudrun", "phone": "58 12 34 56", "way": "telefon"},
                    by=user,
                    now=now,
                ).code
                for turn in range(each)
            ]
        )
    return {"cookie": settings.SESSION_COOKIE_NAME, "sessions": sessions, "codes": codes}


def counted(closed: list[str]) -> dict[str, Any]:
    """Notes in the log, and how often each of the referrals that were closed by two at once has been closed."""
    lines = ReferralStep.objects.filter(event=Event.CLOSED, referral__code__in=closed)
    return {
        "notes": ReferralStep.objects.filter(event=Event.NOTE).count(),
        "closed": Referral.objects.closed().filter(code__in=closed).count(),
        "closing_lines": lines.count(),
    }


def _session(user: User) -> str:
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    backends = [name for name in settings.AUTHENTICATION_BACKENDS if "axes" not in name]
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = backends[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return session.session_key
