"""Accessibility in the person's own words: one list, for the filters of the results and for the guided way.

Each stands for the features that such a person needs, all of them.

An entry's answer to a profile is made of its answers to the features, when it is indexed: one no is a no, and yes takes
a yes to each. So a profile is filtered and counted by every engine as a feature is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.choices import AccessibilityFeature as Feature


class Profile(models.TextChoices):
    """What a person says of themselves; the values stand in addresses beside those of the features."""

    WHEELCHAIR = "jeg-bruger-koerestol", _("Jeg bruger kørestol")
    HEARS_BADLY = "jeg-hoerer-daarligt", _("Jeg hører dårligt")
    SEES_BADLY = "jeg-ser-daarligt", _("Jeg ser dårligt")
    QUIET = "jeg-vil-have-ro", _("Jeg vil helst have ro")
    TRANSPORT = "jeg-kan-ikke-selv-komme-derhen", _("Jeg kan ikke selv komme derhen")
    STANDS_BADLY = "jeg-kan-ikke-staa-laenge", _("Jeg kan ikke stå op ret længe")
    FIRST_TIME = "jeg-vil-have-en-med", _("Jeg vil gerne have en med første gang")
    NO_IT = "jeg-bruger-ikke-computer", _("Jeg bruger ikke computer")
    EASY_DANISH = "jeg-har-brug-for-let-dansk", _("Jeg har brug for let dansk")


NEEDS: dict[Profile, tuple[Feature, ...]] = {
    Profile.WHEELCHAIR: (Feature.STEP_FREE, Feature.WHEELCHAIR),
    Profile.HEARS_BADLY: (Feature.HEARING_LOOP,),
    Profile.SEES_BADLY: (Feature.ESCORT,),
    Profile.QUIET: (Feature.QUIET,),
    Profile.TRANSPORT: (Feature.TRANSPORT,),
    Profile.STANDS_BADLY: (Feature.SEATED,),
    Profile.FIRST_TIME: (Feature.ESCORT,),
    Profile.NO_IT: (Feature.NO_IT,),
    Profile.EASY_DANISH: (Feature.EASY_DANISH,),
}
# What an entry that suits has, as it follows "Fordi …".
BECAUSE = {
    Profile.WHEELCHAIR: _("der er plads til kørestol"),
    Profile.HEARS_BADLY: _("der er teleslynge"),
    Profile.SEES_BADLY: _("nogen kan følge med dig"),
    Profile.QUIET: _("der er roligt"),
    Profile.TRANSPORT: _("du kan blive kørt, eller de kommer til dig"),
    Profile.STANDS_BADLY: _("du kan sidde ned"),
    Profile.FIRST_TIME: _("nogen kan følge med dig"),
    Profile.NO_IT: _("du behøver ikke computer eller mobil"),
    Profile.EASY_DANISH: _("der bliver talt let dansk"),
}
# What comes to the person, at home or by phone, has no door to get through and no way to get there.
ABOUT_THE_PLACE = frozenset({Profile.WHEELCHAIR, Profile.TRANSPORT})


def answer(profile: Profile, answers: Mapping[str, bool], *, somewhere: bool) -> bool | None:
    """Whether an entry suits the profile: yes, no, or None for not known.

    `answers` holds the features that are known; `somewhere` is whether people go anywhere to take part.
    """
    if profile in ABOUT_THE_PLACE and not somewhere:
        return True
    found = [answers.get(str(feature)) for feature in NEEDS[profile]]
    if False in found:
        return False
    return None if None in found else True


def with_profiles(answers: Mapping[str, bool], *, somewhere: bool) -> dict[str, bool]:
    """The answers to the features, and those to the profiles that follow from them."""
    found = {str(profile): answer(profile, answers, somewhere=somewhere) for profile in Profile}
    return {**answers, **{name: holds for name, holds in found.items() if holds is not None}}


def features_of(asked: Iterable[str]) -> tuple[str, ...]:
    """The features that are asked for, those of profiles among them, each once."""
    profiles = frozenset(Profile.values)
    named = (NEEDS[Profile(value)] if value in profiles else (value,) for value in asked)
    return tuple(dict.fromkeys(str(feature) for features in named for feature in features))
