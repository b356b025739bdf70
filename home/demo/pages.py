"""The front pages, the pages below them and what the site says about itself."""

from __future__ import annotations

from wagtail.models import Locale, Revision, Site

from images.models import CustomImage

from ..models import BasePage, FrontPage, SiteSettings
from .identity import MOMENT, uuid_for
from .page_files import PageFile, page_files
from .page_kinds import body_of, new_page


def load_pages(images: dict[str, CustomImage]) -> int:
    """Make the pages that are missing; return how many were made. Pages that are there are left alone."""
    site = Site.objects.get(is_default_site=True)
    files = page_files()
    fronts = {file.language: file for file in files if file.kind == "front"}
    below = {file.language: _present(file) for file in fronts.values()}
    new_fronts = [language for language, pages in below.items() if not pages]
    for language in new_fronts:
        below[language][""] = _front_page(fronts[language], images, site)
    made = sum(_make(file, images, below[file.language]) for file in files if file.kind != "front")
    for language in new_fronts:
        _compose(fronts[language], images, below[language])
    _settings(site)
    return made + len(new_fronts)


def _locale(file: PageFile) -> Locale:
    return Locale.objects.get_or_create(language_code=file.language)[0]


def _present(file: PageFile) -> dict[str, BasePage]:
    """The front page in a language, as "", and all below it by slug; nothing when there is no front page."""
    front = FrontPage.objects.filter(locale=_locale(file)).first()
    return {"": front, **{page.slug: page for page in front.get_descendants()}} if front else {}


def _front_page(file: PageFile, images: dict[str, CustomImage], site: Site) -> FrontPage:
    front = new_page(file, images, {})
    _publish(BasePage.get_first_root_node(), front, file)
    if file.language == "da":
        _take_the_place_of_welcome(site, front)
    Site.clear_site_root_paths_cache()
    return front


def _take_the_place_of_welcome(site: Site, front: FrontPage) -> None:
    welcome = site.root_page
    site.root_page = front
    site.site_name = "Indsatskataloget"
    site.save()
    # Wagtail's own "Welcome" page, which nobody has written on.
    if (
        type(welcome.specific) is BasePage
        and welcome.latest_revision_id is None
        and not welcome.get_children().exists()
    ):
        welcome.delete()


def _make(file: PageFile, images: dict[str, CustomImage], present: dict[str, BasePage]) -> bool:
    if file.slug in present:
        return False
    page = new_page(file, images, present)
    _publish(BasePage.objects.get(pk=present[file.parent].pk), page, file)
    present[file.slug] = page
    return True


def _compose(file: PageFile, images: dict[str, CustomImage], pages: dict[str, BasePage]) -> None:
    """Put a new front page together, now that there is something to lead to."""
    front = pages[""]
    FrontPage.objects.filter(pk=front.pk).update(body=body_of(file, images, pages))
    _revise(FrontPage.objects.get(pk=front.pk))


def _publish(parent: BasePage, page: BasePage, file: PageFile) -> None:
    """Add the page as published at the example's moment, with a revision."""
    page.locale = _locale(file)
    page.translation_key = uuid_for("pages", file.translates or file.slug)
    page.first_published_at = page.last_published_at = MOMENT
    parent.add_child(instance=page)
    _revise(page)


def _revise(page: BasePage) -> None:
    revision = page.save_revision()
    Revision.objects.filter(pk=revision.pk).update(created_at=MOMENT)
    BasePage.objects.filter(pk=page.pk).update(
        live_revision=revision, has_unpublished_changes=False, latest_revision_created_at=MOMENT
    )


def _settings(site: Site) -> None:
    SiteSettings.objects.get_or_create(
        site=site,
        defaults={
            "name": "Indsatskataloget",
            "publisher": "Slagelse, Odsherred og Herning kommuner",
            "phone": "00 58 10 00",
            "phone_hours": "Alle hverdage kl. 9-15",
            "email": "hej@indsatskataloget.example",
        },
    )
