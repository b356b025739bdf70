"""What a citizen does with an activity, and with the questions about loneliness."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from .addresses import PAGES
from .chromium import PHONE

# Chromium without a desk has no voices: this one writes down what it is asked to say.
VOICE = """
window.said = [];
const voices = %s;
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => voices,
  addEventListener: () => {},
  cancel: () => {},
  speak: (utterance) => { said.push(utterance.text); window.finish = () => utterance.onend(); },
} });
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""


def with_voices(browser: Browser, url: str, voices: str) -> Page:
    page = browser.new_context(base_url=url, locale="da-DK", viewport=PHONE).new_page()
    page.add_init_script(VOICE % voices)
    return page


def test_page_is_read_aloud_paused_and_stopped_by_a_danish_voice(browser: Browser, portal_url: str):
    page = with_voices(browser, portal_url, '[{lang: "en-GB"}, {lang: "da-DK"}]')
    page.goto(PAGES["activity"])
    page.get_by_role("button", name="Læs op").click()
    assert page.evaluate("said") == ["Senior Sangkor"]
    page.evaluate("finish()")
    assert len(page.evaluate("said")) == 2
    page.get_by_role("button", name="Hold pause").click()
    page.evaluate("finish()")
    assert len(page.evaluate("said")) == 2
    page.get_by_role("button", name="Læs videre").click()
    said = page.evaluate("said")
    assert said[2] == said[1]
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("button", name="Læs op")).to_be_focused()
    expect(page.get_by_role("button", name="Stop")).not_to_be_visible()
    page.context.close()


def test_without_a_danish_voice_nothing_offers_to_read(browser: Browser, portal_url: str):
    page = with_voices(browser, portal_url, '[{lang: "en-GB"}]')
    page.goto(PAGES["activity"])
    expect(page.get_by_role("button", name="Læs op")).not_to_be_visible()
    page.context.close()


def test_error_is_reported_by_keyboard_and_nothing_typed_is_lost(page: Page):
    page.set_viewport_size(PHONE)
    page.goto(PAGES["activity"])
    page.get_by_role("link", name="Er noget forkert?").click()
    page.get_by_label("Skriv gerne, hvad der er rigtigt").fill("Mit nummer er 010203-1234")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    words = page.get_by_label("Skriv gerne, hvad der er rigtigt")
    expect(words).to_have_value("Mit nummer er 010203-1234")
    words.fill("Det er kl. 15 nu.")
    page.get_by_label("Dagen eller tiden passer ikke").check()
    page.wait_for_timeout(3500)  # a form sent within three seconds is taken for a machine's
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tak for hjælpen")
    assert page.context.cookies() == []


@pytest.mark.parametrize(
    ("answer", "heading"), [("Sjældent", "Du savner ikke så tit andre"), ("Ofte", "Du er ensom en stor del af tiden")]
)
def test_three_answers_are_added_up_without_a_request(page: Page, answer: str, heading: str):
    page.goto(PAGES["self-check"], wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    show = page.get_by_role("button", name="Se, hvad det betyder")
    show.click()
    expect(page.get_by_text("Svar på alle tre spørgsmål først.")).to_be_visible()
    for number in range(3):
        page.get_by_role("radio", name=answer, exact=True).nth(number).check()
    show.click()
    expect(page.get_by_role("heading", name=heading)).to_be_focused()
    expect(page.locator(".check-answer:visible")).to_have_count(1)
    assert asked == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize(
    ("language", "add", "forget"),
    [("", "Læg på min liste", "Glem min liste her"), ("/en", "Put on my list", "Forget my list here")],
)
def test_list_keeps_two_through_a_reload_and_forgets_them(page: Page, language: str, add: str, forget: str):
    for name in ("activity", "activity without a place"):
        page.goto(f"{language}{PAGES[name]}")
        page.get_by_role("button", name=add).click()
    page.reload()
    link = page.locator("[data-my-list-link]")
    expect(link).to_contain_text("2")
    link.click()
    assert urlsplit(page.url).path == f"{language}{PAGES['my list']}"
    expect(page.locator(".my-list-entries > li")).to_have_count(2)
    page.get_by_role("button", name=forget).click()
    page.wait_for_url(f"**{language}{PAGES['my list']}")
    expect(page.locator(".my-list-entries")).to_have_count(0)
    assert page.evaluate("localStorage.getItem('min-liste')") == "[]"


@pytest.mark.parametrize("name", ["activity", "activity without a place"])
def test_number_to_ring_stands_on_the_first_screen_of_a_phone(page: Page, name: str):
    page.set_viewport_size(PHONE)
    page.goto(PAGES[name])
    box = page.locator(".first-screen a[href^='tel:']").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= PHONE["height"]


def test_buttons_copy_the_address_and_print(page: Page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1 }")
    page.goto(PAGES["activity"])
    button = page.get_by_role("button", name="Kopiér adressen")
    button.click()
    expect(page.get_by_text("Adressen er kopieret")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == button.get_attribute("data-copy")
    page.get_by_role("button", name="Skriv ud").click()
    assert page.evaluate("printed") == 1
