"""What an activity lacks: what must be there before it is published, and what citizens would miss.

A draft may lack anything. `queries/holes.py` asks the database the same of many entries.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .choices import Delivery, SignUp
from .readability import EASY, lix, long_sentences

if TYPE_CHECKING:
    from .models import Activity

# The texts that citizens read most of, with what the form calls them.
READ = {
    "summary": gettext_lazy("Kort fortalt"),
    "description": gettext_lazy("Beskrivelse"),
    "first_visit": gettext_lazy("Hvad sker der første gang?"),
}


@dataclass(frozen=True, slots=True)
class Hole:
    """Something that is not there: the form's field, what it is called, and what to do."""

    field: str
    label: str
    message: str
    must: bool


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of what is asked for is there; `holes` has what must be there first."""

    asked: int
    holes: tuple[Hole, ...]

    @property
    def percent(self) -> int:
        """Whole per cent, and 100 only when nothing lacks."""
        return (self.asked - len(self.holes)) * 100 // self.asked

    @property
    def must(self) -> int:
        """How many things stand in the way of publishing."""
        return sum(hole.must for hole in self.holes)


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is asked for: where it is written, what to do when it lacks, and whether it does."""

    field: str
    label: Any
    message: Any
    lacks: Callable[[Activity], bool]
    must: bool = False


def _empty(field: str) -> Callable[[Activity], bool]:
    def lacks(activity: Activity) -> bool:
        value = getattr(activity, field)
        return not (value.strip() if isinstance(value, str) else value)

    return lacks


def _lacks_venue(activity: Activity) -> bool:
    return Delivery.IN_PERSON in activity.delivery and not activity.venue_id


def _lacks_price(activity: Activity) -> bool:
    return activity.price_dkk is None and not activity.price_text.strip()


def _lacks_accessibility(activity: Activity) -> bool:
    return not activity.accessibility()


MUST = (
    Point("title", gettext_lazy("Titel"), gettext_lazy("Giv det et navn."), _empty("title"), True),
    Point("summary", READ["summary"], gettext_lazy("Sig i en sætning, hvad det er."), _empty("summary"), True),
    Point("type", gettext_lazy("Del af kataloget"), gettext_lazy("Vælg en del af kataloget."), _empty("type"), True),
    Point(
        "character", gettext_lazy("Karakter"), gettext_lazy("Vælg, hvad det er for noget."), _empty("character"), True
    ),
    Point(
        "organisation",
        gettext_lazy("Arrangør"),
        gettext_lazy("Vælg, hvem der står bag."),
        _empty("organisation_id"),
        True,
    ),
    Point("delivery", gettext_lazy("Sådan foregår det"), gettext_lazy("Vælg mindst ét."), _empty("delivery"), True),
    Point(
        "areas",
        gettext_lazy("Områder"),
        gettext_lazy("Vælg, hvor de bor, der kan være med."),
        lambda activity: not activity.areas.all(),
        True,
    ),
    Point("signup", gettext_lazy("Sådan kommer man med"), gettext_lazy("Vælg, hvad man gør."), _empty("signup"), True),
)
SHOULD = (
    Point("description", READ["description"], gettext_lazy("Fortæl, hvad I laver."), _empty("description")),
    Point(
        "first_visit",
        READ["first_visit"],
        gettext_lazy("Fortæl, hvem der tager imod. Det er det, nye er mest i tvivl om."),
        _empty("first_visit"),
    ),
    Point(
        "venue",
        gettext_lazy("Sted"),
        gettext_lazy("Man møder op, men der er ikke valgt et sted. Vælg et, eller skriv i teksten, hvor man mødes."),
        _lacks_venue,
    ),
    Point(
        "interests",
        gettext_lazy("Interesser"),
        gettext_lazy("Vælg, hvad det handler om, så folk kan finde det."),
        lambda activity: not activity.interest_links.all(),
    ),
    Point("price_dkk", gettext_lazy("Pris"), gettext_lazy("Skriv prisen; 0, når det er gratis."), _lacks_price),
    Point(
        "contact_name",
        gettext_lazy("Hvem kan man spørge?"),
        gettext_lazy("Skriv en rolle, for eksempel »turlederen«."),
        _empty("contact_name"),
    ),
    Point(
        "accessibility_answers",
        gettext_lazy("Tilgængelighed"),
        gettext_lazy("Svar på mindst én ting, for eksempel om der er adgang uden trin."),
        _lacks_accessibility,
    ),
    Point("image", gettext_lazy("Billede"), gettext_lazy("Vælg et billede fra stedet."), _empty("image_id")),
    Point(
        "verified_on",
        gettext_lazy("Sidst bekræftet"),
        gettext_lazy("Der står ikke, hvornår arrangøren sidst bekræftede oplysningerne."),
        _empty("verified_on"),
    ),
)
# What people need most, said in full after publishing.
FIRST = ("venue", "verified_on")
# What `missing` looks for; together with the points above that is all that can be asked for.
FOR_PUBLISHING = {
    "contact_phone": gettext_lazy("Telefon"),
    "contact_email": gettext_lazy("Mail"),
    "referrers": gettext_lazy("Hvem kan foreslå det"),
    "schedule_text": gettext_lazy("Hvornår"),
}


def completeness(activity: Activity, *, has_schedule: bool | None = None) -> Completeness:
    """What the activity lacks of all that is asked for, as it stands in memory; a form may know of more schedules."""
    if has_schedule is None:
        has_schedule = bool(activity.schedules.all())
    holes = [_hole(point) for point in MUST if point.lacks(activity)]
    holes += [
        Hole(field, str(FOR_PUBLISHING[field]), message, True)
        for field, message in missing(activity, has_schedule=has_schedule).items()
    ]
    holes += [_hole(point) for point in SHOULD if point.lacks(activity)]
    # A contact and a time are asked of all; who may refer, only of what takes a referral.
    asked = len(MUST) + len(SHOULD) + 2 + (activity.signup == SignUp.REFERRAL)
    return Completeness(asked, tuple(holes))


def missing(activity: Activity, *, has_schedule: bool) -> dict[str, str]:
    """Field → what to do about it, in Danish; empty when the activity can be published."""
    found = {**_missing_contact(activity)}
    if activity.signup == SignUp.REFERRAL and not activity.referrers:
        found["referrers"] = _("Man skal henvises. Vælg, hvem der kan henvise.")
    if not has_schedule and not activity.schedule_text.strip():
        found["schedule_text"] = _("Skriv, hvornår det er: tilføj et tidspunkt herunder, eller skriv det i ord.")
    return found


def advice(activity: Activity) -> list[str]:
    """What would make the published entry better, in Danish sentences: what lacks, and what is hard to read."""
    lacking = [point for point in SHOULD if point.lacks(activity)]
    found = [str(point.message) for point in lacking if point.field in FIRST]
    others = [f"»{point.label}«" for point in lacking if point.field not in FIRST]
    if others:
        found.append(_("Det bliver bedre med mere: %(fields)s.") % {"fields": ", ".join(others)})
    return [*found, *(sentence for field in READ if (sentence := _reading_advice(activity, field)))]


def _reading_advice(activity: Activity, field: str) -> str:
    text = getattr(activity, field)
    found = lix(text)
    if found <= EASY:
        return ""
    said = _(
        "%(field)s: lix er %(lix)d, og det bør højst være %(most)d. Skriv kortere sætninger og færre lange ord."
    ) % {
        "field": READ[field],
        "lix": round(found),
        "most": EASY,
    }
    longest = max(long_sentences(text), key=len, default="")
    return f"{said} {_('Del for eksempel »%(sentence)s«.') % {'sentence': longest}}" if longest else said


def _hole(point: Point) -> Hole:
    return Hole(point.field, str(point.label), str(point.message), point.must)


def _missing_contact(activity: Activity) -> dict[str, str]:
    organisation = activity.organisation if activity.organisation_id else None
    phone = activity.contact_phone or (organisation and organisation.phone)
    email = activity.contact_email or (organisation and organisation.email)
    if activity.signup == SignUp.PHONE and not phone:
        return {"contact_phone": _("Man skal ringe for at komme med. Skriv nummeret.")}
    if activity.signup == SignUp.MAIL and not email:
        return {"contact_email": _("Man skal skrive en mail for at komme med. Skriv mailadressen.")}
    if not (phone or email):
        return {"contact_phone": _("Skriv et telefonnummer eller en mailadresse, så folk kan spørge.")}
    return {}
