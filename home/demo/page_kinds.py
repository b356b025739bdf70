"""From a file of the example to a page that is not saved yet."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from catalogue.models import Activity, Area, Organisation
from images.models import CustomImage

from ..models import (
    BasePage,
    CampaignActivity,
    CampaignDate,
    CampaignPage,
    ContactPage,
    FrontPage,
    GuidePage,
    InformationPage,
    NewsIndexPage,
    NewsPage,
    Partner,
    PartnersPage,
    TalkIndexPage,
    TalkPage,
    ThemePage,
)
from ..saved_search import normal_address
from .identity import uuid_for
from .page_files import PageFile
from .prose import rich_text

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
Images = Mapping[str, CustomImage]
Pages = Mapping[str, BasePage]


def new_page(file: PageFile, images: Images, pages: Pages) -> BasePage:
    """The page of a file; `pages` are those that have been made, by slug, for links to them."""
    model, more = KINDS[file.kind]
    values: dict[str, Any] = {"title": file.title, "slug": file.slug, "introduction": file.introduction}
    if model is not FrontPage:
        values |= {
            "search_description": file.introduction,
            "show_in_menus": file.in_menu,
            "picture": images[file.picture] if file.picture else None,
            "body": body_of(file, images, pages),
        }
    page = model(**values, **_simple(file))
    more(page, file)
    return page


def body_of(file: PageFile, images: Images, pages: Pages) -> str:
    """The pieces of a page, as they are stored."""
    pieces = [
        {"type": kind, "value": _value(kind, value, images, pages), "id": _block_id(file, number)}
        for number, (kind, value) in enumerate(file.pieces)
    ]
    return json.dumps(pieces)


def _block_id(file: PageFile, number: object) -> str:
    return str(uuid_for("blocks", f"{file.language}/{file.slug}/{number}"))


def _value(kind: str, value: Any, images: Images, pages: Pages) -> Any:
    if kind == "text":
        return rich_text(value)
    if kind == "picture":
        image = images[value]
        chosen = {"image": image.pk, "decorative": False, "alt_text": image.description}
        return {"image": chosen, "caption": ""}
    if kind == "pages":
        return {**value, "pages": [pages[slug].pk for slug in value["pages"]]}
    if kind == "activities":
        return {**value, "search": normal_address(value["search"])}
    return None if value is True else value


def _simple(file: PageFile) -> dict[str, Any]:
    """What is stored as it stands in the file."""
    values = {name: value for name, value in file.more.items() if name not in WORKED_OUT}
    if "search" in values:
        values["search"] = normal_address(values["search"])
    return values


def _steps(page: GuidePage, file: PageFile) -> None:
    page.steps = json.dumps(
        [
            {
                "type": "step",
                "value": {"heading": step["heading"], "text": rich_text(step["text"])},
                "id": _block_id(file, f"trin-{number}"),
            }
            for number, step in enumerate(file.more["steps"])
        ]
    )


def _campaign(page: CampaignPage, file: PageFile) -> None:
    page.dates = [
        CampaignDate(**{**row, "starts_at": row["starts_at"].replace(tzinfo=COPENHAGEN)}, sort_order=number)
        for number, row in enumerate(file.more["dates"])
    ]
    activities = Activity.objects.in_bulk(file.more["chosen"], field_name="slug")
    page.chosen = [
        CampaignActivity(activity=activities[slug], sort_order=number)
        for number, slug in enumerate(file.more["chosen"])
    ]


def _talk(page: TalkPage, file: PageFile) -> None:
    page.subjects.add(*file.more["subjects"])


def _partners(page: PartnersPage, file: PageFile) -> None:
    rows = file.more["partners"]
    areas = Area.objects.in_bulk([row["area"] for row in rows if "area" in row], field_name="slug")
    wanted = [row["organisation"] for row in rows if "organisation" in row]
    organisations = Organisation.objects.in_bulk(wanted, field_name="slug")
    page.partners = [
        Partner(
            sort_order=number,
            name=row.get("name") or organisations[row["organisation"]].name,
            kind=row["kind"],
            text=row.get("text", ""),
            area=areas.get(row.get("area")),
            organisation=organisations.get(row.get("organisation")),
        )
        for number, row in enumerate(rows)
    ]


def _nothing_more(page: BasePage, file: PageFile) -> None:
    """Most kinds are what their file says, and no more."""


WORKED_OUT = {"steps", "dates", "chosen", "subjects", "partners"}
KINDS: dict[str, tuple[type[BasePage], Callable[[Any, PageFile], None]]] = {
    "front": (FrontPage, _nothing_more),
    "article": (InformationPage, _nothing_more),
    "guide": (GuidePage, _steps),
    "theme": (ThemePage, _nothing_more),
    "campaign": (CampaignPage, _campaign),
    "talks": (TalkIndexPage, _nothing_more),
    "talk": (TalkPage, _talk),
    "partners": (PartnersPage, _partners),
    "news list": (NewsIndexPage, _nothing_more),
    "news": (NewsPage, _nothing_more),
    "contact": (ContactPage, _nothing_more),
}
