"""The fields of the index, as data: each engine makes its own schema from this one list.

Text fields hold ready-made tokens parted by spaces (`search.language` makes them), so that every engine finds the same.
"""

from __future__ import annotations

from enum import StrEnum


class TextField(StrEnum):
    """Analysed text; scored."""

    TITLE = "title"
    TAGS = "tags"
    SUMMARY = "summary"
    BODY = "body"
    PLACE = "place"
    ORGANISER = "organiser"
    EXTRA = "extra"


class KeywordField(StrEnum):
    """Exact values, often several; filtered, counted, and matched with a constant score."""

    KIND = "kind"
    TYPE = "type"
    CHARACTER = "character"
    AREA = "area"  # slugs of the areas served and of all areas that hold them
    REACH = "reach"  # every area whose people it serves: those of AREA, and all that lie in the areas served
    VENUE_AREA = "venue_area"  # slugs of the area where it takes place and of all that hold it; none without a place
    INTEREST = "interest"
    TARGET_GROUP = "target_group"
    ACCESS_YES = "access_yes"
    ACCESS_NO = "access_no"
    WEEKDAY = "weekday"
    TIME = "time"
    PRICE = "price"
    DELIVERY = "delivery"
    LANGUAGE = "language"
    SIGNUP = "signup"
    REFERRER = "referrer"  # everybody who may propose it; all of them when people may come by themselves
    ORGANISATION = "organisation"
    VENUE = "venue"
    STATUS = "status"


class NumberField(StrEnum):
    """Whole numbers, for ranges and sorting. An absent value is stored as the bound that never excludes."""

    AGE_MIN = "age_min"  # years; 0 when not given
    AGE_MAX = "age_max"  # years; 200 when not given
    NEXT_START = "next_start"  # seconds since 1970 UTC of the next date; FAR_FUTURE when there is none
    DATE = "date"  # several: the coming dates as yyyymmdd, as far as the horizon
    VERIFIED = "verified"  # yyyymmdd of the last confirmation, else of the first publication; 0 for neither


FAR_FUTURE = 253_402_214_400  # the year 9999
NO_AGE_MAX = 200

# Facet name in the address → the field that is counted for it.
FACETS: dict[str, KeywordField] = {
    "type": KeywordField.TYPE,
    "karakter": KeywordField.CHARACTER,
    "omraade": KeywordField.REACH,
    "interesse": KeywordField.INTEREST,
    "maalgruppe": KeywordField.TARGET_GROUP,
    "adgang": KeywordField.ACCESS_YES,
    "dag": KeywordField.WEEKDAY,
    "tid": KeywordField.TIME,
    "pris": KeywordField.PRICE,
    "form": KeywordField.DELIVERY,
    "sprog": KeywordField.LANGUAGE,
    "tilmelding": KeywordField.SIGNUP,
    "henviser": KeywordField.REFERRER,
}
