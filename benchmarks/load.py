"""Many who work at once: each a thread that asks, reads and thinks, as a browser with its own cookies would."""

from __future__ import annotations

import http.client
import random
import re
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from .measures import summary

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
VERSION = re.compile(r'name="version" value="(\d+)"')
THINKS = (1.0, 3.0)  # seconds between one page and the next
LEAST = "/robots.txt"


@dataclass
class Person:
    """One signed-in user, with the referrals they see."""

    port: int
    cookie: str
    codes: list[str]
    chance: random.Random
    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[str] = field(default_factory=list)
    notes: int = 0
    _token: str = ""

    def work(self, until: float) -> None:
        """The list, a referral, a note, the page that sets a date: again and again until then (monotonic seconds)."""
        time.sleep(self.chance.uniform(0, THINKS[1]))
        while time.monotonic() < until:
            code = self.chance.choice(self.codes)
            self._get("list", "/henvisninger/")
            page = self._get("case", f"/henvisninger/{code}/")
            note = {"note": "Ringede, ingen svar.", "csrfmiddlewaretoken": _first(TOKEN, page)}
            self.notes += self.ask("note", "POST", f"/henvisninger/{code}/note/", note)[0] == 302
            self._get("date", f"/henvisninger/{code}/dato/")
            self._get("least", LEAST)

    def close(self, code: str, together: threading.Barrier) -> int:
        """Reads the page that closes a referral, and closes it when the other is ready too; gives the status."""
        page = self.ask("close", "GET", f"/henvisninger/{code}/afslut/")[1]
        said = {
            "version": _first(VERSION, page),
            "reason": "godt_nok",
            "csrfmiddlewaretoken": _first(TOKEN, page),
        }
        together.wait(timeout=60)
        return self.ask("close", "POST", f"/henvisninger/{code}/afslut/", said)[0]

    def ask(self, name: str, method: str, path: str, said: dict[str, str] | None = None) -> tuple[int, str]:
        """Status and text; the time is kept under the name."""
        cookie = self.cookie + (f"; csrftoken={self._token}" if self._token else "")
        headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        began = time.perf_counter()
        connection = http.client.HTTPConnection("localhost", self.port, timeout=60)
        connection.request(method, path, urlencode(said) if said else None, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        self.times[name].append((time.perf_counter() - began) * 1000)
        for one in answer.headers.get_all("Set-Cookie") or []:
            if one.startswith("csrftoken="):
                self._token = one.split(";")[0].partition("=")[2]
        connection.close()
        if answer.status >= 400 and answer.status != 409:
            self.wrong.append(f"{method} {name}: {answer.status}")
        return answer.status, text

    def _get(self, name: str, path: str) -> str:
        text = self.ask(name, "GET", path)[1]
        time.sleep(self.chance.uniform(*THINKS) if name != "least" else 0)
        return text


def measured(port: int, staff: dict[str, Any], *, seconds: float, closing: int) -> dict[str, Any]:
    """All of them at work for so long, then `closing` referrals each closed by two at the same moment."""
    people = [
        Person(port, f"{staff['cookie']}={session}", codes[closing:], random.Random(number))
        for number, (session, codes) in enumerate(zip(staff["sessions"], staff["codes"], strict=True))
    ]
    # Each worker reads its word lists first; nobody works yet.
    for _turn in range(2):
        _together([threading.Thread(target=one.ask, args=("warm", "GET", "/henvisninger/")) for one in people])
    for one in people:
        one.times.clear()
    until = time.monotonic() + seconds
    _together([threading.Thread(target=one.work, args=(until,)) for one in people])
    names = list(dict.fromkeys(name for one in people for name in one.times))
    pages = {name: summary([took for one in people for took in one.times[name]]) for name in names}
    working = summary([t for one in people for name, took in one.times.items() if name != "least" for t in took])
    closed = [code for codes in staff["codes"][::2] for code in codes[:closing]]
    answers = [_both_close(people[index], people[index + 1], code) for index, code in _pairs(staff, closing)]
    return {
        "pages": pages,
        "all": working,
        "ratio": round(working["p50"] / pages["least"]["p50"], 1),
        "users": len(people),
        "seconds": seconds,
        "notes": sum(one.notes for one in people),
        "closed_twice": closed,
        "one_won": sum(sorted(pair) == [302, 409] for pair in answers),
        "races": len(answers),
        "wrong": sorted({what for one in people for what in one.wrong}),
    }


def _pairs(staff: dict[str, Any], closing: int) -> list[tuple[int, str]]:
    """Each two neighbours work in the same unit, and close the first one's referrals."""
    indexes = range(0, len(staff["codes"]) - 1, 2)
    return [(index, code) for index in indexes for code in staff["codes"][index][:closing]]


def _both_close(one: Person, other: Person, code: str) -> list[int]:
    together, answers = threading.Barrier(2), list[int]()
    _together(
        [threading.Thread(target=lambda who=who: answers.append(who.close(code, together))) for who in (one, other)]
    )
    return answers


def _together(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _first(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    if found is None:
        raise RuntimeError(f"the page has no {pattern.pattern}")
    return found.group(1)
