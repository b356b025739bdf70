"""The organisations of the editors' list, with how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.permissions import works_everywhere
from catalogue.freshness import periods
from catalogue.models import Activity, Organisation, Responsibility
from catalogue.policies import ORGANISATIONS

from ...choices import LetterKind, LetterStatus
from ...models import FreshnessLetter, FreshnessQuestion
from ..addresses import addresses_of
from ..due import due_by

# What the list may be narrowed to, by what stands in the address.
SHOWN = {
    "": gettext_lazy("Mangler noget"),
    "skjult": gettext_lazy("Har skjulte aktiviteter"),
    "svar": gettext_lazy("Har ikke svaret"),
    "uden-mail": gettext_lazy("Har ingen mail"),
    "hold": gettext_lazy("Sat på hold"),
    "alle": gettext_lazy("Alle"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One organisation: what is the matter, in a sentence, the last letter, and where letters go."""

    organisation: Organisation
    step: str
    alarming: bool
    due: int
    last: str
    error: str
    to: str


def organisations_for(user: Any, now: datetime) -> QuerySet[Organisation]:
    """Organisations that this user looks after, with `due`, `hidden`, `asked`, `held` and `reachable`."""
    entries = Activity.objects.published().filter(organisation=OuterRef("pk")).order_by()
    due = entries.filter(due_by(localdate(now) - periods().letter, now))
    hidden = hidden_questions().filter(activity__organisation=OuterRef("pk")).order_by()
    responsible = Responsibility.objects.filter(organisation=OuterRef("pk"), user__is_active=True)
    mine = (
        Organisation.objects.all()
        if works_everywhere(user)
        else ORGANISATIONS.instances_user_has_permission_for(user, "change")
    )
    return mine.annotate(
        due=_count(due, "organisation"),
        hidden=_count(hidden, "activity__organisation"),
        asked=Exists(FreshnessLetter.objects.filter(round__organisation=OuterRef("pk"), round__closed_at=None)),
        held=Exists(Organisation.objects.filter(pk=OuterRef("pk"), freshness_agreement__on_hold=True)),
        reachable=Exists(responsible)
        | ~Q(email="")
        | Exists(Organisation.objects.filter(pk=OuterRef("pk"), freshness_agreement__email__gt="")),
        shows=Exists(entries),
    )


def hidden_questions() -> QuerySet[FreshnessQuestion]:
    """Questions whose silence has hidden an entry that is still off the portal."""
    return FreshnessQuestion.objects.filter(hidden_at__isnull=False, answered_at=None, activity__live=False)


def _count(rows: QuerySet, by: str) -> Coalesce:
    counted = rows.values(by).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def narrowed(organisations: QuerySet[Organisation], shown: str) -> QuerySet[Organisation]:
    """What the list is narrowed to, those first that most need somebody."""
    kept = {
        "": Q(due__gt=0) | Q(hidden__gt=0) | Q(held=True),
        "skjult": Q(hidden__gt=0),
        "svar": Q(asked=True, due__gt=0),
        "uden-mail": Q(reachable=False),
        "hold": Q(held=True),
    }.get(shown, Q())
    there = organisations.filter(Q(shows=True) | Q(hidden__gt=0))
    return there.filter(kept).order_by("-hidden", "reachable", "-asked", "-due", "name", "pk")


def rows_of(organisations: Sequence[Any]) -> list[Row]:
    """The rows of a page of the list, in three queries."""
    addresses = addresses_of(organisations)
    letters: dict[int, FreshnessLetter] = {}
    sent = FreshnessLetter.objects.filter(round__organisation__in=[one.pk for one in organisations])
    for letter in sent.exclude(status=LetterStatus.DROPPED).select_related("round").order_by("pk"):
        letters[letter.round.organisation_id] = letter
    return [_row(one, letters.get(one.pk), addresses[one.pk]) for one in organisations]


def _row(organisation: Any, letter: FreshnessLetter | None, to: list[str]) -> Row:
    open_ = letter is not None and letter.round.closed_at is None
    hidden = ngettext("%(n)d aktivitet er skjult", "%(n)d aktiviteter er skjult", organisation.hidden)
    if organisation.held:
        step = _("Sat på hold")
    elif organisation.hidden:
        step = hidden % {"n": organisation.hidden}
    elif not to and organisation.due:
        step = _("Ingen mailadresse")
    elif organisation.due and open_ and letter:
        step = _("Har fået en påmindelse") if letter.kind == LetterKind.REMINDER else _("Har fået brev")
        step = step if letter.status == LetterStatus.SENT else _("Brevet er ikke sendt endnu")
    elif organisation.due:
        step = _("Får brev næste gang")
    else:
        step = _("Alt er bekræftet")
    return Row(
        organisation=organisation,
        step=step,
        alarming=bool(organisation.hidden or (not to and organisation.due) or (letter and letter.error)),
        due=organisation.due,
        last=letter_words(letter) if letter else _("Aldrig"),
        error=letter.error if letter else "",
        to=", ".join(to),
    )


def letter_words(letter: FreshnessLetter) -> str:
    """ "Påmindelse, sendt 3.11.2026"."""
    kind = str(LetterKind(letter.kind).label)
    if letter.sent_at:
        return _("%(kind)s, sendt %(day)s") % {"kind": kind, "day": f"{localdate(letter.sent_at):%d.%m.%Y}"}
    return _("%(kind)s, venter på at blive sendt") % {"kind": kind}


def entries_of(organisation: Organisation) -> list[tuple[Activity, bool]]:
    """What the organisation has on the portal, and what silence has hidden; the oldest first."""
    hidden = set(hidden_questions().filter(activity__organisation=organisation).values_list("activity", flat=True))
    rows = Activity.objects.filter(organisation=organisation)
    shown = rows.filter(Q(pk__in=Activity.objects.published().order_by().values("pk")) | Q(pk__in=hidden))
    return [(one, one.pk in hidden) for one in shown.order_by("verified_on", "title", "pk")]


def answers_of(organisation: Organisation, most: int = 20) -> list[FreshnessQuestion]:
    """The latest answers, the newest first."""
    answered = FreshnessQuestion.objects.filter(round__organisation=organisation).exclude(answered_at=None)
    return list(answered.select_related("activity").order_by("-answered_at", "-pk")[:most])
