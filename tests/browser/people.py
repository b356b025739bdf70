"""Those who work in the editors' system, and the mails that the portal writes to people."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.chromium import DESK

ADMINISTRATOR = "administrator@kommune.example"
EDITOR = "redaktoer@kommune.example"
LOCAL_EDITOR = "lokalredaktoer@kommune.example"
ASSOCIATION = "forening@forening.example"
CENTRE_STAFF = "center@center.example"
PASSWORD = "proev-kataloget-2026"
# Django parts mails in a file so.
BETWEEN_MAILS = re.compile(rb"^-{79}\n", re.MULTILINE)


def signed_in(browser: Browser, url: str, who: str) -> Page:
    """A window of somebody who has signed in."""
    page = browser.new_context(
        base_url=url, viewport=DESK, locale="da-DK", timezone_id="Europe/Copenhagen", reduced_motion="reduce"
    ).new_page()
    page.goto("/admin/")
    page.locator("[name=login]").fill(who)
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Log ind", exact=True).click()
    page.wait_for_url("**/admin/")
    return page


def mails_to(address: str, folder: Path) -> list[EmailMessage]:
    """What the portal that writes its mails into `folder` has written to somebody, the oldest first."""
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime_ns)
    texts = [text for file in files for text in BETWEEN_MAILS.split(file.read_bytes()) if text.strip()]
    mails = [email.message_from_bytes(text, policy=email.policy.default) for text in texts]
    return [mail for mail in mails if address in str(mail["To"])]


def words_of(mail: EmailMessage) -> str:
    """A mail as plain text."""
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())
