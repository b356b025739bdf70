"""Pages that say no are as good as the others: refused forms, a failure, a closed portal."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page

from home.models import SiteSettings

from .addresses import PAGES
from .chromium import PHONE
from .test_accessibility import html_problems, unfold, violations

SITE = {"name": "Indsatskataloget", "phone": "00 58 10 00", "phone_hours": "Kl. 9-15", "email": "hej@kommune.example"}


def refused(page: Page, name: str) -> str:
    """The page as it is sent."""
    if name in ("500", "maintenance"):
        return render_to_string(f"{name}.html", {"site": SiteSettings(**SITE), "until": None})
    address, status = {"403": ("/admin/login/", 403), "422": (PAGES["report"], 422)}[name]
    answer = page.request.post(address, form={"kind": "", "words": "Mit nummer er 010203-1234"})
    assert answer.status == status
    return answer.text()


@pytest.mark.parametrize("name", ["403", "422", "500", "maintenance"])
def test_page_that_says_no_is_valid_and_has_no_axe_violations(
    page: Page, axe_source: str, portal_url: str, name, tmp_path
):
    html = refused(page, name)
    assert html_problems({name: html}, tmp_path) == []
    address = f"{portal_url}/{name}"
    page.route(address, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.set_viewport_size(PHONE)
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    unfold(page)
    assert violations(page, axe_source) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, axe_source, runOnly=["color-contrast", "link-in-text-block"]) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
