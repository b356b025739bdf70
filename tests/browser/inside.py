"""The pages behind the sign-in, and those that only a link leads to: which there are, and where.

What leads to them is made anew for each portal, so the portal itself is asked: `python -m tests.browser.inside`, in the
environment of one that is filled with the example catalogue, prints where they are and who is let in.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from tests.services import portal
from tests.services.process import Running

FRONT_LINE, NETWORK, COORDINATOR = "frontpersonale", "netvaerk", "koordinator"
ASSOCIATION, ADMINISTRATOR, NOBODY = "forening", "administrator", ""
MAILS = {ASSOCIATION: "forening@forening.example"}


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its address below the portal's, and the cookie that lets somebody in (empty for nobody)."""

    address: str
    session: str

    @property
    def headers(self) -> dict[str, str]:
        """What a browser sends to be let in."""
        return {"Cookie": f"{settings.SESSION_COOKIE_NAME}={self.session}"} if self.session else {}


def _case(state: str, more: str = "") -> Callable[[Any], str]:
    return lambda found: f"/henvisninger/{found.entry(state).referral.code}/{more}"


def _step(state: str, to: str) -> Callable[[Any], str]:
    return lambda found: _case(state, f"aktivitet/{found.entry(state).position + 1}/{to}/")(found)


def _of(state: str, room: str, more: str = "") -> Callable[[Any], str]:
    def address(found: Any) -> str:
        entry = found.entry(state)
        return f"/henvisninger/{room}/{entry.referral.code}/{entry.position + 1}/{more}"

    return address


# Who looks, and where.
KINDS: dict[str, tuple[str, str | Callable[[Any], str]]] = {
    "referrals": (NETWORK, "/henvisninger/"),
    "late referrals": (COORDINATOR, "/henvisninger/?vis=forsinkede"),
    "closed referrals": (FRONT_LINE, "/henvisninger/?vis=afsluttede"),
    "no referrals": (COORDINATOR, "/henvisninger/?vis=mine"),
    "an association's referrals": (ASSOCIATION, "/henvisninger/"),
    "not for this role": (ADMINISTRATOR, "/henvisninger/"),
    "referring": (FRONT_LINE, lambda found: f"/henvisninger/ny/?a={found.code}&fra=alder%3D79%26omraade%3Dsl-korsoer"),
    "referring to nothing": (FRONT_LINE, "/henvisninger/ny/"),
    "new referral": (FRONT_LINE, _case("ny")),
    "referral of who did not come": (NETWORK, _case("udeblev")),
    "referral of who came": (NETWORK, _case("kom")),
    "closed referral": (NETWORK, lambda found: f"/henvisninger/{found.closed.code}/"),
    "no such referral": (NETWORK, "/henvisninger/0000000000000/"),
    "step": (NETWORK, _step("ny", "kontaktet")),
    "step with a reason": (NETWORK, _step("ny", "afvist")),
    "step that cannot be taken": (NETWORK, _step("ny", "stoppet")),
    "another date": (NETWORK, _case("ny", "dato/")),
    "another owner": (COORDINATOR, _case("ny", "giv-videre/")),
    "correcting the contact": (NETWORK, lambda found: f"/henvisninger/{found.person(known=True).code}/kontakt/"),
    "a later yes": (NETWORK, lambda found: f"/henvisninger/{found.person(known=False).code}/kontakt/"),
    "closing": (COORDINATOR, _case("ny", "afslut/")),
    "more proposals": (NETWORK, _case("ny", "flere/")),
    "consents": (NETWORK, _case("kontaktet", "samtykke/")),
    "extract": (NETWORK, _case("kontaktet", "udtraek/")),
    "readings": (COORDINATOR, "/henvisninger/laesninger/"),
    "readings not understood": (COORDINATOR, "/henvisninger/laesninger/?fra=abc"),
    "those to ring": (NETWORK, "/henvisninger/ring-op/"),
    "call": (NETWORK, _of("udeblev", "ring-op")),
    "those to ask": (NETWORK, "/henvisninger/opfoelgning/"),
    "question": (NETWORK, lambda found: f"/henvisninger/opfoelgning/{found.entry('kom').referral.code}/"),
    "question too early": (NETWORK, lambda found: f"/henvisninger/opfoelgning/{found.entry('ny').referral.code}/"),
    "those who go along": (NETWORK, "/henvisninger/foelgeskab/"),
    "who can go along": (NETWORK, "/henvisninger/foelgeskab/foelgere/"),
    "registering who can": (NETWORK, "/henvisninger/foelgeskab/foelgere/ny/"),
    "one who can": (NETWORK, lambda found: f"/henvisninger/foelgeskab/foelgere/{found.escort.pk}/"),
    "arranging": (NETWORK, _of("kontaktet", "foelgeskab")),
    "arranged": (NETWORK, _of("foelgeskab", "foelgeskab")),
    "where I go along": (NETWORK, "/henvisninger/foelgeskab/mine/"),
    "one time that I go along": (NETWORK, lambda found: f"/henvisninger/foelgeskab/mine/{found.made.pk}/"),
    "changing what is arranged": (NETWORK, _of("foelgeskab", "foelgeskab", "ret/")),
    "escort's link": (NOBODY, lambda found: found.escorts_link()),
    "waiting lists": (NETWORK, "/henvisninger/venteliste/"),
    "note to the doctor": (NETWORK, lambda found: f"/henvisninger/laegenotat/{found.closed.code}/"),
    "note too early": (NETWORK, lambda found: f"/henvisninger/laegenotat/{found.entry('ny').referral.code}/"),
    "organisation's link": (NOBODY, lambda found: found.link(found.entry("ny"))),
    "organisation's link that is over": (NOBODY, lambda found: found.link(found.closed.entries.first())),
    "organisation's link that is broken": (NOBODY, "/svar-paa-henvisning/abc/"),
    "person's own page": (NOBODY, lambda found: found.consent(found.entry("kontaktet").referral)),
    "person's own page that is gone": (NOBODY, "/samtykke/0123456789abc0123456789abc/"),
}


class Found:
    """What the portal has of each; raises DoesNotExist where the example lacks it."""

    def __init__(self) -> None:
        from catalogue.models import Activity
        from catalogue.sharing.codes import code_of
        from referral.models import Escort, Referral

        self.code = code_of(Activity.objects.get(slug="sl-senior-sangkor").uuid)
        self.escort = Escort.objects.earliest("pk")
        self.closed = Referral.objects.closed().earliest("pk")
        self.made = self._made()

    def entry(self, state: str) -> Any:
        """The first open proposal in a state."""
        from referral.models import ReferralActivity

        rows = ReferralActivity.objects.filter(state=state, referral__closed_at=None, organisation__isnull=False)
        return rows.select_related("referral").earliest("pk")

    def person(self, *, known: bool) -> Any:
        """The first open referral of somebody who wants to be contacted, or of somebody who does not."""
        from referral.models import Referral

        return Referral.objects.filter(closed_at=None, contact__isnull=not known).earliest("pk")

    def _made(self) -> Any:
        """What the network worker has been asked to do; the example has none."""
        from datetime import timedelta

        from django.utils import timezone

        from referral.escorts.choices import EscortState, Help
        from referral.models import Escort, EscortArrangement

        now = timezone.now()
        values = {
            "created_at": now,
            "from_where": "Ved døren",
            "meets_at": now + timedelta(days=1),
            "help": Help.WALK,
            "escort": Escort.objects.filter(user__isnull=False).earliest("pk"),
            "state": EscortState.ASSIGNED,
        }
        return EscortArrangement.objects.get_or_create(entry=self.entry("foelgeskab"), defaults=values)[0]

    def escorts_link(self) -> str:
        """Where the escort answers."""
        from django.urls import reverse

        from referral.escorts import links

        return reverse("going-along:follow", args=[links.token(self.made)])

    def link(self, entry: Any) -> str:
        """Where the organisation answers."""
        from django.urls import reverse

        from referral.answering import links

        return reverse("answering:follow", args=[links.token(entry)])

    def consent(self, referral: Any) -> str:
        """Where the person takes a yes back."""
        from django.urls import reverse

        from referral.privacy.withdrawal_keys import key_of

        return reverse("referral:consent", kwargs={"withdrawal": key_of(referral)})


def places(running: Running) -> dict[str, Place]:
    """Each of `KINDS` in the portal that `tests.services.portal.start` gave."""
    command = [sys.executable, "-m", __name__]
    more = {**os.environ, **portal.environment(Path(running.home))}
    said = subprocess.run(command, env=more, capture_output=True, text=True, check=True, cwd=portal.ROOT)
    return {name: Place(address, session) for name, (address, session) in json.loads(said.stdout).items()}


def _tell() -> None:
    import django

    django.setup()
    from django.test import Client

    from accounts.models import User

    def session(who: str) -> str:
        if not who:
            return ""
        client = Client()
        client.force_login(User.objects.get(email=MAILS.get(who, f"{who}@kommune.example")))
        return client.cookies[settings.SESSION_COOKIE_NAME].value

    found, doors = Found(), {who: session(who) for who, _where in KINDS.values()}
    told = {
        name: (where if isinstance(where, str) else where(found), doors[who]) for name, (who, where) in KINDS.items()
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    _tell()
