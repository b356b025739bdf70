"""Every setting that a deployment may choose, declared once: name, default, and what to do when it is missing.

Settings modules read through `read()`; `docs/settings.md` describes the same list, and a test holds the two together.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from .sign_in_variables import SIGN_IN_VARIABLES
from .variable import Variable

BASE_DIR = Path(__file__).resolve().parents[2]


VARIABLES: dict[str, Variable] = {
    variable.name: variable
    for variable in (
        Variable(
            "SECRET_KEY",
            "str",
            "only-for-development-never-in-production",
            "A long random text. Make one with: python -c 'import secrets; print(secrets.token_urlsafe(50))'",
            required=True,
        ),
        Variable(
            "SECRET_KEY_FALLBACKS",
            "list",
            [],
            "Earlier SECRET_KEYs, parted by commas: links, sign-ins and apps for codes of before still work.",
        ),
        Variable(
            "ALLOWED_HOSTS",
            "list",
            [],
            "The host names the portal answers to, parted by commas: indsatser.example.dk",
            required=True,
        ),
        Variable(
            "BASE_URL",
            "str",
            "http://localhost:8000",
            "The portal's public address without a slash at the end: https://indsatser.example.dk",
            required=True,
        ),
        Variable(
            "DATABASE_URL",
            "str",
            f"sqlite:///{BASE_DIR / 'var' / 'db.sqlite3'}",
            "postgres://USER:PASSWORD@HOST:5432/NAME",
            required=True,
        ),
        Variable(
            "SEARCH_URL",
            "str",
            f"tantivy://{BASE_DIR / 'var' / 'search'}",
            "tantivy:///var/lib/indsatskatalog/search or elasticsearch://HOST:9200/indsatskatalog",
            required=True,
        ),
        Variable(
            "CACHE_URL",
            "str",
            "locmemcache://",
            "rediscache://HOST:6379/1. Shared by all processes; without it each process keeps a cache of its own.",
        ),
        Variable(
            "PAGE_CACHE_SECONDS",
            "int",
            300,
            "How long a page is kept for visitors at most; what changes shows within 2 seconds. 0 keeps none.",
        ),
        Variable(
            "SEARCH_LOG_WEEKS",
            "int",
            26,
            "How many weeks searches that find nothing fitting are counted for editors; never who. 0 counts none.",
        ),
        Variable(
            "SLIP_DAYS",
            "int",
            30,
            "For how many days the short address of a slip of proposals works.",
        ),
        Variable(
            "REFERRAL_KEYS",
            "list",
            ["b25seS1mb3ItZGV2ZWxvcG1lbnQtbmV2ZXItdXNlZCE="],
            "The keys that what is said of a person is encrypted with, the newest first, parted by commas. Make one "
            "with: python -c 'from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())'",
            required=True,
        ),
        Variable(
            "REFERRAL_RECEIVE_DAYS",
            "int",
            2,
            "Within so many days an organisation says that it has received a referral.",
        ),
        Variable(
            "REFERRAL_CONTACT_DAYS",
            "int",
            5,
            "Within so many days after that somebody has spoken with the person.",
        ),
        Variable(
            "REFERRAL_VISIT_DAYS",
            "int",
            14,
            "So many days after that it is asked whether the person came.",
        ),
        Variable(
            "REFERRAL_WAITING_DAYS",
            "int",
            30,
            "So often somebody asks how long a waiting list is.",
        ),
        Variable(
            "REFERRAL_NO_SHOW_DAYS",
            "int",
            3,
            "Within so many days whoever did not come is rung.",
        ),
        Variable(
            "REFERRAL_FOLLOW_UP_DAYS",
            "int",
            30,
            "So many days after somebody came it is asked how it goes.",
        ),
        Variable(
            "REFERRAL_CONTACT_DAYS_AFTER_CLOSE",
            "int",
            30,
            "So many days after a referral is closed, name, telephone, address and notes are forgotten.",
        ),
        Variable(
            "REFERRAL_MONTHS",
            "int",
            12,
            "So many months after a referral is closed, the rest of it is forgotten.",
        ),
        Variable(
            "REFERRAL_UNTOUCHED_DAYS",
            "int",
            180,
            "After so many days in which nobody has touched an open referral its owner is told; 30 days later it is "
            "closed.",
        ),
        Variable(
            "FORGET_LEDGER",
            "str",
            str(BASE_DIR / "var" / "forgotten.jsonl"),
            "The file, beside the database, that says what has been forgotten: a restored backup is cleaned by it.",
        ),
        Variable(
            "REFERRAL_ESCORT_METRES",
            "int",
            1500,
            "As far as this, as the crow flies, home care can be expected to walk with somebody to an activity.",
        ),
        Variable(
            "REFERRAL_LINK_DAYS",
            "int",
            60,
            "For how many days an organisation, or whoever goes along, can answer by the link in the mail about a "
            "referral.",
        ),
        Variable(
            "MAINTENANCE_FILE",
            "str",
            str(BASE_DIR / "var" / "maintenance.html"),
            "While this file is there, the portal answers with it: manage.py maintenance on. Processes share it.",
        ),
        Variable(
            "MEDIA_ROOT",
            "str",
            str(BASE_DIR / "var" / "media"),
            "The folder of uploaded images; the web server serves it at /media/.",
        ),
        Variable(
            "STATIC_ROOT",
            "str",
            str(BASE_DIR / "var" / "static"),
            "The folder collectstatic writes to.",
        ),
        Variable(
            "EMAIL_URL",
            "str",
            "consolemail://",
            "smtp+tls://USER:PASSWORD@HOST:587. The default writes mails to the log.",
        ),
        Variable(
            "DEFAULT_FROM_EMAIL",
            "str",
            "portal@localhost",
            "The sender of the portal's mails: portal@indsatser.example.dk",
        ),
        Variable(
            "FRESHNESS_LETTER_DAYS",
            "int",
            180,
            "So many days after an entry was last confirmed its organisation is asked by mail whether it still holds.",
        ),
        Variable(
            "FRESHNESS_REMINDER_DAYS",
            "int",
            14,
            "So many days after that mail it is reminded, with a copy to the editor.",
        ),
        Variable(
            "FRESHNESS_MARK_DAYS",
            "int",
            30,
            "So many days after the reminder citizens read that nobody has confirmed the entry, and find it last.",
        ),
        Variable(
            "FRESHNESS_HIDE_DAYS",
            "int",
            90,
            "So many days after that the entry is hidden. Nothing is ever deleted.",
        ),
        *SIGN_IN_VARIABLES,
        Variable(
            "TRUSTED_PROXIES",
            "int",
            1,
            "How many reverse proxies stand before the portal; 0 when it is reached directly.",
        ),
        Variable(
            "SUGGESTIONS_KEPT_DAYS",
            "int",
            365,
            "How many days a suggestion for the catalogue is kept after it was answered.",
        ),
        Variable(
            "LOG_LEVEL",
            "str",
            "INFO",
            "DEBUG, INFO, WARNING or ERROR.",
        ),
        Variable(
            "MAP_TILES_URL",
            "str",
            "",
            "The address of a map's tiles: https://tiles.example.dk/{z}/{x}/{y}.png. Without it the map is drawn here.",
        ),
        Variable(
            "MAP_TILES_ATTRIBUTION",
            "str",
            "",
            "Who made the map, as its licence asks: © OpenStreetMap.",
        ),
        Variable(
            "ADDRESS_SERVICE_URL",
            "str",
            "",
            "Where the server asks for the point of a place's address, for editors who press the button: "
            "https://api.dataforsyningen.dk/rest/gsearch/v2.0/husnummer?srid=4326&limit=5&token=…&q={address}. "
            "Without it no address leaves the portal.",
        ),
        Variable(
            "SHEET_MOST_ROWS",
            "int",
            5000,
            "How many rows a spreadsheet that is read in may have; what 5,000 take stands in docs/benchmarks.md.",
        ),
        Variable(
            "SHEET_MOST_MB",
            "int",
            20,
            "How many megabytes a spreadsheet or a calendar that is read in may fill.",
        ),
    )
}

# Numbers are never negative, and these not 0 either.
AT_LEAST_ONE = {
    *("FRESHNESS_LETTER_DAYS", "FRESHNESS_REMINDER_DAYS", "FRESHNESS_MARK_DAYS", "FRESHNESS_HIDE_DAYS", "SLIP_DAYS"),
    *("INVITATION_DAYS", "SESSION_HOURS", "SIGN_IN_WAIT_MINUTES", "SHEET_MOST_ROWS", "SHEET_MOST_MB"),
}

_env = environ.Env()


class MissingSetting(ImproperlyConfigured):
    """A setting that production needs is not in the environment."""


def read(name: str, *, production: bool = False, otherwise: object = None) -> Any:
    """The value of the declared variable `name`, of the Python type its kind says; `otherwise=` is another default.

    Raises `MissingSetting` when `production` is true, the variable is required and unset or empty; raises
    `ImproperlyConfigured` when the value cannot be read as its kind, or is too small a number.
    """
    variable = VARIABLES[name]
    if production and variable.required and not _env.str(name, default="").strip():
        raise MissingSetting(
            f"The environment variable {name} is missing. Set it and start again.\n"
            f"  {name}: {variable.hint}\n"
            "All settings are described in docs/settings.md."
        )
    reader = getattr(_env, variable.kind)
    default = variable.default if otherwise is None else otherwise
    try:
        value = reader(name, default=default)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"The environment variable {name} cannot be read as {variable.kind}: {variable.hint}"
        ) from error
    least = int(name in AT_LEAST_ONE)
    if variable.kind == "int" and value < least:
        raise ImproperlyConfigured(
            f"The environment variable {name} is {value}, and must be at least {least}: {variable.hint}"
        )
    return value
