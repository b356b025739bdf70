"""Addresses that are keys stay out of the portal's own log: whoever has one can take back a yes, answer, or come in."""

from __future__ import annotations

import logging
import re

HIDDEN = "…"
# What stands behind these names in an address is a key, however it is typed.
BEFORE_A_KEY = ("samtykke", "svar-paa-henvisning", "svar-om-foelgeskab", "svar", "seddel", "s", "invitation")
_AFTER_A_NAME = re.compile(rf"(/(?:{'|'.join(BEFORE_A_KEY)})/)[^/\r\n]+")
_ADDRESS = re.compile(r"(?<![\w:/.])/[^\s\"'<>]*")
_RUN = re.compile(r"[0-9A-Za-z]+")
SHORTEST_KEY = 13


class WithoutSecretAddresses(logging.Filter):
    """Lets every line through, with its keys hidden. Django writes the address of each answer of 400 or more."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        if "/" in said:
            record.msg, record.args = without_keys(said), ()
        return True


def without_keys(text: str) -> str:
    """The text, with what is or looks like a key in the addresses hidden."""
    return _ADDRESS.sub(_hidden, _AFTER_A_NAME.sub(rf"\1{HIDDEN}", text))


def _hidden(address: re.Match[str]) -> str:
    return "/".join(HIDDEN if _is_key(part) else part for part in address[0].split("/"))


def _is_key(part: str) -> bool:
    """Signed values have a colon; codes and tokens are long runs with a digit, which no word of ours is."""
    runs = _RUN.findall(part)
    return ":" in part or any(len(run) >= SHORTEST_KEY and any(sign.isdigit() for sign in run) for run in runs)
