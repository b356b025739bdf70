"""A citizen suggests an activity, without scripts, and follows it."""

from playwright.sync_api import Page, expect

from .chromium import PHONE
from .test_accessibility import violations


def test_suggestion_is_sent_without_scripts_and_its_page_has_no_axe_violations(
    without_scripts: Page, page: Page, axe_source
):
    visitor = without_scripts
    visitor.set_viewport_size(PHONE)
    visitor.goto("/privatliv/")
    visitor.get_by_role("link", name="Foreslå en aktivitet").click()
    visitor.get_by_label("Hvad hedder det?").fill("Krolf for alle")
    visitor.get_by_role("button", name="Send forslaget").click()
    expect(visitor.get_by_role("heading", name="Det er ikke sendt endnu")).to_be_visible()
    expect(visitor.get_by_role("alert")).to_be_focused()
    expect(visitor.get_by_label("Hvad hedder det?")).to_have_value("Krolf for alle")
    visitor.get_by_label("Hvad sker der?").fill("Vi spiller krolf i parken.")
    visitor.get_by_label("Hvor er det?").fill("Parken")
    visitor.get_by_label("Hvornår er det?").fill("Hver onsdag klokken 10")
    visitor.get_by_label("Jeg har hørt om det").check()
    visitor.wait_for_timeout(3200)  # a form sent within three seconds is taken for a machine's
    visitor.get_by_role("button", name="Send forslaget").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Tak. Vi har modtaget dit forslag")
    expect(visitor.get_by_text(visitor.url.rpartition("/foreslaa/")[2])).to_be_visible()
    page.set_viewport_size(PHONE)
    page.goto(visitor.url)
    assert violations(page, axe_source) == []
