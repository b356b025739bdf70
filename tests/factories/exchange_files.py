"""Files of the exchange format for tests: a small valid catalogue to change, and a way to write it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def small_catalogue() -> dict[str, Any]:
    """One of each, all fields filled in."""
    return {
        "interests": ["gåture", "kaffe og snak"],
        "target_groups": ["ældre", "alle"],
        "areas": [
            {
                "slug": "by",
                "name": "By Kommune",
                "parent": None,
                "postcodes": ["4220", "4230"],
                "lat": 55.3,
                "lon": 11.1,
            },
            {"slug": "havn", "name": "Havnen", "parent": "by", "postcodes": ["4220"], "lat": 55.33, "lon": 11.14},
        ],
        "organisations": [
            {
                "slug": "vennerne",
                "name": "Vennerne",
                "kind": "forening",
                "summary": "En forening.",
                "phone": "00 11 22 33",
                "email": "post@vennerne.example",
                "web": "https://vennerne.example",
            }
        ],
        "venues": [
            {
                "slug": "huset",
                "name": "Huset",
                "kind": "aktivitetscenter",
                "address": "Gaden 1, 4220 By",
                "postcode": "4220",
                "area": "havn",
                "lat": 55.331,
                "lon": 11.141,
                "transport": "Bus 1.",
                "stop_name": "Havnen",
                "stop_metres": 200,
                "accessibility": {"trinfri_adgang": True, "elevator": False},
            }
        ],
        "activities": [activity()],
    }


def activity(slug: str = "kaffe", **changes: Any) -> dict[str, Any]:
    """A valid entry; `changes` replace its fields."""
    return {
        "slug": slug,
        "title": "Kaffe på havnen",
        "summary": "Kom og få en kop kaffe.",
        "description": "Første afsnit.\n\nAndet afsnit.",
        "type": "relationel",
        "character": "faellesskab",
        "organisation": "vennerne",
        "venue": "huset",
        "areas": ["by", "havn"],
        "delivery": ["fremmoede", "udendoers"],
        "interests": ["kaffe og snak", "gåture"],
        "target_groups": ["alle"],
        "age_min": 18,
        "age_max": None,
        "accessibility": {"siddepladser": True, "let_dansk": False},
        "schedule": [
            {
                "dtstart": "2026-09-07T10:00",
                "minutes": 120,
                "rrule": "FREQ=WEEKLY;BYDAY=MO",
                "exdates": ["2026-10-12"],
                "not_in": ["helligdage"],
            }
        ],
        "schedule_text": "Hver mandag kl. 10-12",
        "price_dkk": 12.5,
        "price_text": "12,50 kr. for kaffe",
        "signup": "ingen",
        "referrers": ["selv", "laege"],
        "capacity": 20,
        "places_left": 3,
        "languages": ["da", "en"],
        "contact": {"name": "Værten", "phone": "00 11 22 34", "email": "vaert@vennerne.example"},
        "verified_on": "2026-10-01",
        "status": "aktiv",
    } | changes


def write_file(folder: Path, content: Any, name: str = "katalog.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path
