"""What whoever is asked to go along sees behind the link in their mail, and their answers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..actions.tell_escort import tell_escort_again
from ..doors.door import Door
from ..doors.links import Link
from ..doors.unkept import unkept
from ..models import EscortArrangement
from .answering import ANSWERS, THANKS, Answered, answer, context_of
from .asked import asked
from .choices import EscortState
from .links import LINKS


# Exempt because the protection needs a cookie, and those who answer by a link get none. The address itself holds what
# only the receiver of the mail has, and nobody is signed in here, whatever cookies come along.
@csrf_exempt
@unkept
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, ask: str) -> HttpResponse:
    """What a link leads to: a button; behind it the arrangement, and the answer to it."""
    return DOOR.follow(request, ask)


def _find(link: Link) -> EscortArrangement | None:
    return asked().filter(pk=link.about, escort=link.receiver).first()


def _page(request: HttpRequest, made: EscortArrangement, answered: Answered | None = None) -> HttpResponse:
    answered = answered or Answered()
    context = context_of(made, made.escort, answered)
    return render(request, "cases/escorts/asked_by_link.html", context, status=answered.status)


def _answer(request: HttpRequest, made: EscortArrangement) -> HttpResponse:
    answered = answer(request, made, made.escort)
    if answered.gone:
        return DOOR.closed(request, "over", 410)
    if answered.said and answered.said != EscortState.CONFIRMED:
        return render(request, "cases/escorts/thanks.html", {"thanks": THANKS[answered.said]})
    return _page(request, asked().get(pk=made.pk) if answered.said or answered.told else made, answered)


def _words(made: EscortArrangement | None) -> dict[str, str]:
    lead = _("Siden her er kun for %(who)s.")
    return {
        "heading": _("En, der gerne vil følges"),
        "lead": lead % {"who": made.escort} if made else "",
        "button": _("Se aftalen"),
        "over": _("Aftalen er slut, eller den er givet til en anden. Oplysningerne kan ikke ses mere."),
    }


DOOR = Door(
    links=LINKS,
    find=_find,
    shows=_page,
    does=dict.fromkeys(ANSWERS, _answer),
    again=lambda made: tell_escort_again(made=made, now=timezone.now()),
    words=_words,
)
