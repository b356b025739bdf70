"""Which words a visitor may meet: everything that goes through gettext, but for what only editors see."""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from babel.messages.extract import extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
APPS = ("accounts", "catalogue", "editorial", "home", "images", "portal", "referral", "search")
# By the name of the function: whether its first argument is a context, and whether a plural follows the singular.
ARGUMENTS = {
    name + ending: (context, plural)
    for name, context, plural in (
        ("gettext", False, False),
        ("ngettext", False, True),
        ("pgettext", True, False),
        ("npgettext", True, True),
    )
    for ending in ("", "_lazy")
} | {"_": (False, False), "gettext_noop": (False, False)}
# The same, as Babel wants it.
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
# What speaks to editors, administrators or whoever is at the server's keyboard: paths, or patterns of them.
FOR_EDITORS = (
    "accounts/*",
    "images/*",
    "*/apps.py",
    "*/checks.py",
    "*/migrations/*",
    "*/models.py",
    "*/models/*",
    "*/management/*",
    "*/panels.py",
    "*/panels/*",
    "*/viewsets.py",
    "*/viewsets/*",
    "*/wagtail_hooks.py",
    "catalogue/actions/*",
    "catalogue/columns.py",
    "catalogue/advising.py",
    "catalogue/similar.py",
    "catalogue/pin.py",
    "catalogue/previewing.py",
    "catalogue/completeness.py",
    "catalogue/conditions.py",
    "catalogue/queries/hindrances.py",
    "catalogue/fields.py",
    "catalogue/filters.py",
    "catalogue/forms/*",
    "catalogue/importing/*",
    "catalogue/inviting/*",
    "catalogue/life/*",
    "catalogue/recurrence/grammar.py",
    "catalogue/comparing/*",
    "editorial/actions/decide.py",
    "editorial/approval/*",
    "editorial/bulk/*",
    "editorial/conditions.py",
    "editorial/desk/*",
    "catalogue/programme_import/*",
    "catalogue/sheets/*",
    "catalogue/recurrence/reading/*",
    "editorial/filters.py",
    "editorial/freshness/desk/*",
    "editorial/freshness/history.py",
    "editorial/*/admin_forms.py",
    "editorial/*/need.py",
    "editorial/links/*",
    # Those who work with referrals, signed in, at Danish addresses.
    "referral/actions/*",
    "referral/slips/preview.py",
    "templates/referral/admin/*",
    "referral/answering/*",
    "referral/doors/*",
    "referral/cases/*",
    "referral/escorts/*",
    "referral/noshow/*",
    "referral/closing_note/*",
    "referral/outcome/*",
    "referral/waiting/*",
    "referral/needs_in_words.py",
    "referral/life/*",
    "referral/units/*",
    "templates/cases/*",
    "referral/privacy/desk/*",
    "referral/privacy/extract.py",
    "referral/privacy/mails.py",
    "referral/cases/*",
    "templates/components/case_*",
    "templates/layouts/cases.html",
    "editorial/claims/choices.py",
    "editorial/*/filters.py",
    "home/blocks/*",
    "home/fields.py",
    "home/saved_search.py",
    "home/theme/*",
    "portal/settings/*",
    "search/log/views.py",
    "templates/*/admin/*",
    "templates/emails/approval_*",
    "templates/emails/referrals_overdue.txt",
    "templates/emails/referral_*",
    "templates/429.html",
    "templates/account/*",
    "templates/components/account_*",
    "templates/layouts/account.html",
    "templates/mfa/*",
    "templates/wagtailadmin/*",
    "templates/wagtailimages/*",
    "templates/wagtailsnippets/*",
)

Message = tuple[str | None, str | tuple[str, str]]


def sources() -> list[Path]:
    """The Python files and templates that visitors may meet words of, sorted."""
    found = [path for app in APPS for path in (ROOT / app).rglob("*.py")]
    found += [path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".txt", ".svg", ".xml"}]
    return sorted(path for path in found if _for_visitors(path.relative_to(ROOT)))


def public_messages() -> dict[Message, set[str]]:
    """Each message as (context, text) or (context, (singular, plural)), with the files it stands in."""
    messages: dict[Message, set[str]] = {}
    for path in sources():
        for message in _messages_in(path):
            messages.setdefault(message, set()).add(path.relative_to(ROOT).as_posix())
    return messages


def _for_visitors(path: Path) -> bool:
    return not any(fnmatchcase(path.as_posix(), pattern) for pattern in FOR_EDITORS)


def _messages_in(path: Path) -> Iterator[Message]:
    text = path.read_text(encoding="utf-8")
    return _of_python(text) if path.suffix == ".py" else _of_template(text, path)


def _of_python(text: str) -> Iterator[Message]:
    """By the syntax tree: that sees into f-strings, and strings written in several pieces are whole."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in ARGUMENTS:
            continue
        words = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        context, plural = ARGUMENTS[node.func.id]
        if len(words) == 1 + context + plural:
            said = words[context:]
            yield words[0] if context else None, (said[0], said[1]) if plural else said[0]


def _of_template(text: str, path: Path) -> Iterator[Message]:
    """What is left of a template is calls of gettext between rows of X; the rows' indentation means nothing."""
    calls = "\n".join(line.strip() for line in templatize(text, origin=str(path)).splitlines())
    for _line, words, _comments, context in extract("python", io.BytesIO(calls.encode()), KEYWORDS):
        yield context, (words[0], words[1]) if isinstance(words, tuple) else words
