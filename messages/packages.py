"""What the packages that the portal stands on say in English, and which of it they bring in Danish themselves."""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import django
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.apps import apps
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
DOMAINS = ("django", "djangojs")
# Packages whose words come up although they are no apps of the portal.
ALSO = ("modelsearch",)
# What nobody meets: pages that ours stand in the place of, and parts of a package that the portal does not use.
UNMET = {"allauth": ("templates/", "idp/", "headless/", "usersessions/", "socialaccount/providers/")}
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    name + ending: arguments
    for name, arguments in (("gettext", None), ("ngettext", (1, 2)), ("pgettext", ((1, "c"), 2)))
    for ending in ("", "_lazy")
} | {"_": None}

# How gettext tells messages apart: by context and by the singular.
Key = tuple[str | None, str]
Danish = tuple[str, ...]


@dataclass
class Words:
    """One message in English: its singular and plural, or just itself, and the packages that say it."""

    context: str | None
    forms: tuple[str, ...]
    packages: list[str] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """How gettext finds it."""
        return self.context, self.forms[0]


def packages() -> dict[str, Path]:
    """Where the installed apps that are not ours keep their words, as INSTALLED_APPS has them; Django last."""
    apart = {config.name: Path(config.path) for config in apps.get_app_configs() if Path(config.path).parent != ROOT}
    for name in ALSO:
        spec = importlib.util.find_spec(name)
        if spec and spec.origin:
            apart.setdefault(name, Path(spec.origin).parent)
    return apart | {"django": Path(django.__file__).parent / "conf"}


def english(domain: str) -> dict[Key, Words]:
    """All that the packages say in a domain (`django`, or `djangojs` for scripts), by key, package by package."""
    found: dict[Key, Words] = {}
    for name, folder in packages().items():
        for context, forms in messages_of(folder, domain):
            words = found.setdefault((context, forms[0]), Words(context, forms))
            words.forms = max(words.forms, forms, key=len)
            if name not in words.packages:
                words.packages.append(name)
    return found


def danish(domain: str) -> dict[Key, Danish]:
    """The Danish that Django and the packages bring, as Django joins it: the first package that has a message wins."""
    joined: dict[Key, Danish] = {}
    for folder in reversed(packages().values()):
        catalogue = folder / "locale" / "da" / "LC_MESSAGES" / f"{domain}.po"
        if catalogue.exists():
            joined |= {(message.context, forms[0]): strings for message, forms, strings in _translated(catalogue)}
    return joined


def messages_of(folder: Path, domain: str) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    """The messages of one package: from its English catalogue, or from its source where it has none."""
    catalogue = folder / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
    if catalogue.exists():
        unmet = UNMET.get(folder.name, ())
        for message in _read(catalogue):
            places = [place for place, _line in message.locations]
            if not unmet or not places or not all(place.startswith(unmet) for place in places):
                yield message.context, _forms(message.id)
    elif domain == "django" and not (folder / "locale" / "en").exists():
        for path in sorted(path for path in folder.rglob("*.*") if path.suffix in {".py", ".html"}):
            # The portal has no Django admin.
            if path.name != "admin.py" and "tests" not in path.parts:
                yield from in_source(path)


def in_source(path: Path) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    """What a Python file or a template says through gettext: context and forms."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # What is left of a template is calls of gettext between rows of X; the rows' indentation means nothing.
        text = "\n".join(line.strip() for line in templatize(text, origin=str(path)).splitlines())
    for _line, words, _comments, context in extract("python", io.BytesIO(text.encode()), KEYWORDS):
        yield context, _forms(words)


def _translated(catalogue: Path) -> Iterator[tuple[Message, tuple[str, ...], Danish]]:
    for message in _read(catalogue):
        strings = _forms(message.string)
        if all(strings) and not message.fuzzy:
            yield message, _forms(message.id), strings


def _read(catalogue: Path) -> list[Message]:
    # When a catalogue was translated tells us nothing, and not all packages write it as a date.
    lines = [line for line in catalogue.read_bytes().splitlines() if not line.startswith(b'"PO-Revision-Date')]
    return [message for message in read_po(lines) if message.id]


def _forms(words: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)
