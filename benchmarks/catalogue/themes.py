"""What people do together, in Danish: the pieces that titles and texts are put together from, read from themes.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Theme:
    """`names` are what it is called, `does` what happens ("Vi …"), both spread over the entries of the theme."""

    names: tuple[str, ...]
    interests: tuple[str, ...]
    does: tuple[str, ...]
    character: str


_DATA = tomllib.loads(files(__package__).joinpath("themes.toml").read_text(encoding="utf-8"))
THEMES = tuple(
    Theme(tuple(one["names"]), tuple(one["interests"]), tuple(one["does"]), one["character"]) for one in _DATA["themes"]
)
OPENERS, WELCOMES, ROLES = (tuple(_DATA[name]) for name in ("openers", "welcomes", "roles"))
FOR_WHOM: dict[str, list[str]] = _DATA["for_whom"]
ORGANISERS: dict[str, list[str]] = _DATA["organisers"]
