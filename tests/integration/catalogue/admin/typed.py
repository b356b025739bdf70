"""What a browser sends when an editor has filled in a form."""

from __future__ import annotations

from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data

from catalogue.models import Activity, Area, Organisation, Venue
from tests.factories.catalogue import AreaFactory, OrganisationFactory, VenueFactory

Posted = dict[str, Any]


def activity(**changes: Any) -> Posted:
    """A whole activity; inline rows come as lists of dicts: `schedules`, `date_exceptions`, `accessibility_answers`."""
    organisation: Organisation = changes.pop("organisation", None) or OrganisationFactory()
    venue: Venue = changes.pop("venue", None) or VenueFactory()
    chosen = {
        name: changes.pop(f"{name}_id", entry.pk) for name, entry in (("organisation", organisation), ("venue", venue))
    }
    rows = {
        name: changes.pop(name, [])
        for name in ("schedules", "date_exceptions", "accessibility_answers", "translations")
    }
    return {
        "title": "Gåtur på Røsnæs",
        "slug": "",
        **chosen,
        "type": "relationel",
        "character": "faellesskab",
        "summary": "Vi går en tur sammen hver tirsdag.",
        "description": "Kom som du er.",
        "first_visit": "",
        "image": "",
        "age_min": "",
        "age_max": "",
        "delivery": ["fremmoede", "udendoers"],
        "areas": [venue.area_id],
        "schedule_text": "Hver tirsdag kl. 10",
        "signup": "ingen",
        "capacity": "",
        "places_left": "",
        "price_dkk": "0",
        "price_text": "Gratis",
        "contact_name": "Turlederen",
        "contact_phone": "00 11 22 33",
        "contact_email": "",
        "status": "aktiv",
        "status_note": "",
        "verified_on": "2026-11-01",
        "go_live_at": "",
        "expire_at": "",
        **nested_form_data({name: inline_formset(lines) for name, lines in rows.items()}),
        **changes,
    }


def organisation(**changes: Any) -> Posted:
    """A whole organisation."""
    return {
        "name": "Motionsforeningen",
        "slug": "",
        "kind": "forening",
        "summary": "Vi går.",
        "phone": "00 11 22 33",
        "email": "",
        "website": "",
        "go_live_at": "",
        "expire_at": "",
        **changes,
    }


def venue(**changes: Any) -> Posted:
    """A whole venue."""
    area: Area = changes.pop("area", None) or AreaFactory()
    rows = changes.pop("accessibility_answers", [])
    return {
        "name": "Kulturhuset",
        "slug": "",
        "kind": "kulturhus",
        "image": "",
        "address": "Gaden 1",
        "postcode": "4220",
        "area": area.pk,
        "transport": "",
        "stop_name": "",
        "stop_metres": "",
        "latitude": "",
        "longitude": "",
        "go_live_at": "",
        "expire_at": "",
        **nested_form_data({"accessibility_answers": inline_formset(rows)}),
        **changes,
    }


def area(**changes: Any) -> Posted:
    """A whole area."""
    rows = changes.pop("postcodes", [{"code": "4220"}])
    return {
        "name": "Korsør",
        "slug": "",
        "parent": "",
        "latitude": "55.33",
        "longitude": "11.14",
        **nested_form_data({"postcodes": inline_formset(rows)}),
        **changes,
    }


def drawn(activity: Activity) -> list[tuple[str, str]]:
    """The activity's answers about accessibility, as (feature, yes or no)."""
    return [(answer.feature, answer.get_holds_display()) for answer in activity.accessibility_answers.order_by("pk")]
