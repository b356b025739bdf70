"""Asking the outgoing addresses, a few at a time and gently."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from ...models import OutgoingLink
from ..asking import Answer, ask
from ..choices import LinkResult

MOST_IN_A_RUN = 200
MOST_OF_A_HOST = 20
HOSTS_AT_ONCE = 4
SECONDS_BETWEEN = 2.0
# A link is broken when it has failed three times, over at least two days.
FAILURES = 3
OVER = timedelta(days=2)
AGAIN_WHEN_IT_WORKS = timedelta(days=14)
LONGEST_WAIT = timedelta(days=7)
TAKEN = timedelta(hours=1)


def check_links(
    *,
    now: datetime,
    most: int = MOST_IN_A_RUN,
    by: None = None,
    seconds_between: float = SECONDS_BETWEEN,
    clock: Callable[[float], None] = time.sleep,
) -> Counter[LinkResult]:
    """Ask those whose turn it is, the longest unasked first, and note the answers; returns how many gave which.

    One host is asked one thing at a time, with a pause between, twenty in a run at most, and no more once it asks us to
    wait. What is asked is taken for an hour, so that two runs never ask the same; a run that dies loses nothing.
    """
    hosts = _take(now, most)
    counts: Counter[LinkResult] = Counter()
    with ThreadPoolExecutor(max_workers=HOSTS_AT_ONCE) as pool:
        asked = {pool.submit(_ask_host, [link.url for link in links], seconds_between, clock): links for links in hosts}
        for done in as_completed(asked):
            links, answers = asked[done], done.result()
            for link, answer in zip(links, answers, strict=False):
                record(link=link, answer=answer, now=now)
                counts[answer.result] += 1
            for link in links[len(answers) :]:
                _put_off(link, now, answers[-1].wait)
    return counts


@transaction.atomic
def _take(now: datetime, most: int) -> list[list[OutgoingLink]]:
    """The links of each host that are to be asked now, taken so that nobody else does."""
    waiting = OutgoingLink.objects.filter(next_check_at__lte=now)
    hosts: dict[str, list[OutgoingLink]] = defaultdict(list)
    taken = 0
    for link in waiting.order_by(F("checked_at").asc(nulls_first=True), "pk").iterator():
        if taken == most:
            break
        if len(hosts[link.host]) < MOST_OF_A_HOST:
            hosts[link.host].append(link)
            taken += 1
    keys = [link.pk for links in hosts.values() for link in links]
    OutgoingLink.objects.filter(pk__in=keys).update(next_check_at=now + TAKEN)
    return [links for links in hosts.values() if links]


def _ask_host(urls: list[str], seconds_between: float, clock: Callable[[float], None]) -> list[Answer]:
    """The answers in order, fewer than asked for when the host asks us to wait. Touches no database."""
    answers: list[Answer] = []
    for url in urls:
        if answers:
            clock(seconds_between)
        answers.append(ask(url))
        if answers[-1].wait:
            break
    return answers


def record(*, link: OutgoingLink, answer: Answer, now: datetime, by: None = None) -> None:
    """Note an answer, and when to ask again: sooner for what fails, but each time later, a week at most."""
    link.result, link.status_code, link.checked_at = answer.result, answer.status, now
    again = AGAIN_WHEN_IT_WORKS
    if answer.result == LinkResult.WORKS:
        link.failures, link.first_failed_at, link.moved_to = 0, None, answer.moved_to[:1000]
        link.accepted_at, link.accepted_by = None, None
    elif answer.result in LinkResult.failures():
        link.failures, link.first_failed_at = link.failures + 1, link.first_failed_at or now
        again = min(timedelta(days=2 ** (min(link.failures, 4) - 1)), LONGEST_WAIT)
    else:
        again = min(max(timedelta(seconds=answer.wait), timedelta(days=3)), LONGEST_WAIT)
    failed_since = link.first_failed_at or now
    link.broken = link.failures >= FAILURES and now - failed_since >= OVER
    link.next_check_at = now + again
    link.save()


def _put_off(link: OutgoingLink, now: datetime, seconds: int) -> None:
    """Asks later: its host has asked us to wait."""
    link.next_check_at = now + min(timedelta(seconds=seconds), LONGEST_WAIT)
    link.save(update_fields=["next_check_at"])
