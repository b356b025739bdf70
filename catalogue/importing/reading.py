"""From a path to the JSON object in the file, or a problem that says what is wrong with the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from .problems import Origin, Report


class _NotANumber(ValueError):
    """NaN and Infinity, which Python reads and JSON does not have."""


class _TooDeep(ValueError):
    """Lists within lists, deeper than Python follows."""


def read_object(path: Path, report: Report) -> dict[str, Any]:
    """Return the file's JSON object; `{}` after telling `report` why it cannot be read."""
    origin = Origin(path.name)
    text = _text(path, origin, report)
    if text is None:
        return {}
    try:
        found = _parsed(text, origin, report)
    except ValueError as error:
        report.problem(origin, "", _unreadable(error))
        return {}
    if not isinstance(found, dict):
        report.problem(origin, "", _("Filen skal bestå af ét objekt med lister, altså begynde med {."))
        return {}
    return found


def _text(path: Path, origin: Origin, report: Report) -> str | None:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        report.problem(origin, "", _("Filen findes ikke: %(path)s") % {"path": path})
        return None
    except OSError as error:
        report.problem(origin, "", _("Filen kan ikke læses: %(error)s") % {"error": error.strerror or error})
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        report.problem(
            origin, "", _("Linje %(line)d er ikke i tegnsættet UTF-8. Gem filen som UTF-8.") % {"line": line}
        )
        return None


def _parsed(text: str, origin: Origin, report: Report) -> Any:
    def without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _value in pairs]
            for name in sorted({name for name in names if names.count(name) > 1}):
                report.problem(
                    Origin(origin.file),
                    name,
                    _("Feltet står to gange i samme post%(which)s.") % {"which": _which(found)},
                )
        return found

    def refuse(constant: str) -> None:
        raise _NotANumber(constant)

    try:
        return json.loads(text, object_pairs_hook=without_doubles, parse_constant=refuse)
    except RecursionError as error:
        raise _TooDeep from error


def _unreadable(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        message = _("Linje %(line)d, tegn %(column)d er ikke gyldig JSON: %(what)s.")
        what = _syntax_errors().get(error.msg, error.msg)
        return message % {"line": error.lineno, "column": error.colno, "what": what}
    if isinstance(error, _NotANumber):
        return _("%(constant)s er ikke et tal i JSON.") % {"constant": error}
    if isinstance(error, _TooDeep):
        return _("Filen har lister i lister i lister; den er for dyb til at være et katalog.")
    return _("Filen har et tal, som er for langt.")  # Python reads no integer of thousands of digits


def _syntax_errors() -> dict[str, str]:
    """Python's words for what is wrong with JSON → ours."""
    text_ends = _("teksten, der begynder her, mangler et anførselstegn til sidst")
    trailing_comma = _("her står et komma for meget")
    return {
        "Expecting value": _("her mangler en værdi"),
        "Expecting ',' delimiter": _("her mangler et komma"),
        "Expecting ':' delimiter": _("her mangler et kolon"),
        "Expecting property name enclosed in double quotes": _("her mangler et feltnavn i anførselstegn"),
        "Extra data": _("der står noget efter slutningen"),
        "Unterminated string starting at": text_ends,
        "Invalid control character at": _("et linjeskift eller et andet styretegn midt i en tekst"),
        "Invalid \\escape": _("en omvendt skråstreg, som ikke betyder noget"),
        "Invalid \\uXXXX escape": _("en omvendt skråstreg, som ikke betyder noget"),
        "Illegal trailing comma before end of object": trailing_comma,
        "Illegal trailing comma before end of array": trailing_comma,
    }


def _which(entry: dict[str, Any]) -> str:
    slug = entry.get("slug")
    return f" ({slug[:120]})" if isinstance(slug, str) else ""
