"""The mail to an organisation: all that is asked about, with four links for each entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.timezone import localdate
from wagtail.models import Site

from catalogue.freshness import periods
from catalogue.models import Activity
from catalogue.recurrence.activity import rules_of
from catalogue.recurrence.describe import rule_words
from catalogue.recurrence.words import date_words
from home.models import SiteSettings

from ..choices import LetterKind
from ..models import FreshnessLetter, FreshnessQuestion
from .links import Purpose, address

MOST_RULES = 3
SUBJECTS = {
    LetterKind.FIRST: "Passer det stadig? {title}",
    LetterKind.REMINDER: "Vi mangler stadig svar: {title}",
    LetterKind.AGAIN: "Nye links: {title}",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One entry in the mail."""

    title: str
    when: str
    where: str
    price: str
    confirmed: str
    page: str
    right: str
    correct: str
    pause: str
    end: str


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes, and how to reach them."""

    name: str
    phone: str
    email: str


def sender() -> Sender:
    """What the portal's settings say of itself."""
    site = Site.objects.filter(is_default_site=True).first()
    told = SiteSettings.objects.filter(site=site).first() or SiteSettings()
    return Sender(told.name or settings.WAGTAIL_SITE_NAME, told.phone, told.email)


def mail_of(
    letter: FreshnessLetter, questions: Sequence[FreshnessQuestion], who: Sender, to: list[str], copies: list[str]
) -> EmailMultiAlternatives:
    """The mail of a letter from the portal, `who`; `questions` with activities, venues and schedules.

    Its `Message-ID` stays the same, so that a mail that goes out twice after all is seen as one.
    """
    with translation.override("da"):
        today = localdate(letter.created_at)
        told = {
            "letter": letter,
            "organisation": letter.round.organisation,
            "lines": [line_of(question, today) for question in questions],
            "all_right": address(Purpose.ALL, letter.round_id) if len(questions) > 1 else "",
            "sender": who,
            "reminds": letter.kind == LetterKind.REMINDER,
            "again": letter.kind == LetterKind.AGAIN,
            "mark_days": periods().mark.days,
            "hide_days": periods().hide.days,
        }
        text = render_to_string("emails/freshness.txt", told)
        mail = EmailMultiAlternatives(
            subject=SUBJECTS[LetterKind(letter.kind)].format(title=_subject(questions)),
            body=text,
            to=to,
            cc=copies,
            reply_to=[who.email] if who.email else None,
            headers={"Message-ID": f"<friskhed-{letter.pk}-{int(letter.created_at.timestamp())}@{_host()}>"},
        )
        mail.attach_alternative(render_to_string("emails/freshness.html", told), "text/html")
    return mail


def line_of(question: FreshnessQuestion, today: date) -> Line:
    """One entry with its links."""
    activity = question.activity
    links = {purpose: address(purpose, question.pk) for purpose in Purpose if purpose != Purpose.ALL}
    return Line(
        title=activity.title,
        when=when_words(activity, today),
        where=activity.venue.name if activity.venue else "",
        price=activity.price_text or ("Gratis" if activity.price_dkk == 0 else ""),
        confirmed=date_words(activity.verified_on, today) if activity.verified_on else "aldrig",
        page=settings.BASE_URL + activity.get_absolute_url(),
        right=links[Purpose.RIGHT],
        correct=links[Purpose.CORRECT],
        pause=links[Purpose.PAUSE],
        end=links[Purpose.END],
    )


def when_words(activity: Activity, today: date) -> str:
    """When it takes place, in the organiser's words or those of its rules."""
    rules = [rule_words(rule, today) for rule in rules_of(activity)][:MOST_RULES]
    return activity.schedule_text or "; ".join(words for words in rules if words)


def _subject(questions: Sequence[FreshnessQuestion]) -> str:
    first = " ".join(questions[0].activity.title.split())
    return first if len(questions) == 1 else f"{first} og {len(questions) - 1} mere"


def _host() -> str:
    return settings.BASE_URL.partition("//")[2].partition(":")[0] or "localhost"
