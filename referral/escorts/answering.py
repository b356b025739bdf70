"""Answering that one goes along: the same behind a link and for those who have signed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.answer_escort import answer_escort
from ..actions.changing import NotAllowed, Outdated
from ..actions.record_read import record_read
from ..life.choices import ReadKind
from ..models import EscortArrangement, Referral
from .asked import asked
from .choices import EscortState
from .forms import AnswerForm
from .shown import asked_shown

# What a button does, by its value.
ANSWERS = {
    "ja": EscortState.CONFIRMED,
    "nej": EscortState.PROPOSED,
    "fulgtes": EscortState.DONE,
    "ikke": EscortState.NOT_DONE,
}
THANKS = {
    EscortState.CONFIRMED: gettext_lazy("Tak! Du følges med. Her kan du se, hvor I mødes."),
    EscortState.PROPOSED: gettext_lazy("Tak, fordi du sagde til. Vi finder en anden."),
    EscortState.DONE: gettext_lazy("Godt, at I kom afsted. Tak for hjælpen."),
    EscortState.NOT_DONE: gettext_lazy("Tak, fordi du sagde til. Vi tager over herfra."),
}


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of an answer: `said` when it was kept; else the page is shown again with what stood in the way.

    `gone` when it is not theirs to answer any more.
    """

    said: EscortState | None = None
    gone: bool = False
    form: AnswerForm | None = None
    told: str = ""
    status: int = 200


def answer(request: HttpRequest, made: EscortArrangement, by: Any) -> Answered:
    """Keep what the pressed button says, for `by`: the escort who has the link, or the user."""
    to = ANSWERS[request.POST.get("do", "")]
    form = AnswerForm(request.POST, to=to)
    if not form.is_valid():
        return Answered(form=form, status=422)
    try:
        answer_escort(made=made, to=to, by=by, now=timezone.now(), **form.cleaned_data)
    except Referral.DoesNotExist:
        return Answered(gone=True)
    except (Outdated, NotAllowed) as error:
        if not asked().filter(pk=made.pk, escort=made.escort).exists():
            return Answered(gone=True)
        told = str(error) if isinstance(error, Outdated) else _("Det kan ikke gøres nu. Se, hvad der er aftalt.")
        return Answered(form=form, told=told, status=409)
    return Answered(said=to)


def context_of(made: EscortArrangement, by: Any, answered: Answered) -> dict[str, Any]:
    """What the page of an arrangement is drawn with. That it is read is written down first."""
    now = timezone.now()
    shown = asked_shown(made, now)
    kind = ReadKind.CONTACT if shown.contact else ReadKind.CASE
    record_read(referral=made.entry.referral, kind=kind, by=by, now=now)
    form = answered.form
    if form is not None and answered.status == 409:
        # What may be answered has changed; what was typed has not.
        form = AnswerForm(initial=form.data.dict())
    return {
        "shown": shown,
        "form": form or AnswerForm(),
        "version": made.version,
        "told": answered.told,
        "thanks": str(THANKS[answered.said]) if answered.said else "",
    }
