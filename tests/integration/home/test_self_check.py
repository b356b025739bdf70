"""The page with three questions."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_page_is_a_paper_without_scripts(client):
    response = client.get(reverse("home:self_check"))
    html = response.content.decode()
    for words in (
        "Hvor ofte føler du dig isoleret fra andre?",
        "Hvor ofte føler du, at du savner nogen at være sammen med?",
        "Hvor ofte føler du dig udenfor?",
        "Læg dine tre tal sammen.",
        "7 til 9 point:",
        'href="tel:70201201"',
        "T-ILS",
    ):
        assert words in html
    assert response.cookies == {}


def test_answers_have_nowhere_to_be_sent(client):
    address = reverse("home:self_check")
    main = client.get(address).content.decode().partition("<main")[2].partition("</main>")[0]
    assert "<form" not in main
    assert client.post(address, {"check-1": "3"}).status_code == 405
