"""One setting that a deployment may choose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Variable:
    """One environment variable.

    `kind` names a reader of django-environ (`str`, `bool`, `int`, `list`, `url`); `default` is used outside production,
    and in production too unless `required`; `hint` says what a good value looks like.
    """

    name: str
    kind: str
    default: object
    hint: str
    required: bool = False
