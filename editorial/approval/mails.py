"""Mails about what is submitted, approved and sent back; they wait in `home.letters` when the mail server is down.

Wagtail's own are in the words of pages, know no areas, and are lost with the mail server: ours take their places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import AbstractPage, Revision, TaskState, WorkflowState
from wagtail.permissions import policy_registry
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted
from wagtail.users.models import UserProfile

from accounts.permissions import works_everywhere
from catalogue.comparing.differences import differences
from catalogue.submitting import gathered, submitted_together
from home.letters.actions import post
from home.letters.signature import signature

Person = Any


def connect() -> None:
    """Takes the places of Wagtail's mails: who connects first under a name stays, and this app is ready first."""
    for signal, receiver, sender, place in (
        (task_submitted, tell_of_submission, TaskState, "group_approval_task_submitted_email_notification"),
        (workflow_submitted, say_nothing, WorkflowState, "workflow_state_submitted_email_notification"),
        (workflow_approved, tell_of_approval, WorkflowState, "workflow_state_approved_email_notification"),
        (workflow_rejected, tell_of_return, WorkflowState, "workflow_state_rejected_email_notification"),
    ):
        signal.connect(receiver, sender=sender, dispatch_uid=place)
    submitted_together.connect(tell_of_many, dispatch_uid="editorial.approval.many")


def say_nothing(**kwargs: Any) -> None:
    """A workflow that begins is told of by its first step."""


def tell_of_submission(instance: TaskState, user: Person | None = None, **kwargs: Any) -> None:
    """Asks those who may publish it to look; not the one who submitted it."""
    if gathered(instance):
        return
    entry = _entry(instance.workflow_state)
    if entry is None:
        return
    draft = entry.latest_revision.as_object() if entry.latest_revision else entry
    changed = None if isinstance(entry, AbstractPage) else differences(entry if entry.live else None, draft)
    context = {
        "title": str(draft),
        "who": str(user or ""),
        "is_new": not entry.live,
        "changed": changed,
        "address": _absolute(reverse("godkendelser:index")),
    }
    for person in who_decides(entry, user):
        _write(person, "submitted", _("Til godkendelse: %(title)s") % {"title": draft}, context)


def tell_of_many(states: Sequence[TaskState], user: Person, **kwargs: Any) -> None:
    """One mail to each of those who may publish some of what was submitted at once, with the titles of these."""
    if len(states) == 1:
        tell_of_submission(states[0], user)
        return
    titles: dict[Person, list[str]] = defaultdict(list)
    for state in states:
        entry = _entry(state.workflow_state)
        if entry is not None:
            for person in who_decides(entry, user):
                titles[person].append(str(entry.get_latest_revision_as_object()))
    address = _absolute(reverse("godkendelser:index"))
    for person, its in titles.items():
        subject = _("Til godkendelse: %(n)d på én gang") % {"n": len(its)}
        context = {"titles": its, "who": str(user), "address": address}
        _write(person, "submitted", subject, context, template="submitted_many")


def tell_of_approval(instance: WorkflowState, user: Person | None = None, **kwargs: Any) -> None:
    """Tells the one who submitted it where it can be seen, or when it will be."""
    entry = _entry(instance)
    if entry is None or _is_the_same(instance.requested_by, user):
        return
    later = Revision.objects.values_list("approved_go_live_at", flat=True).get(pk=entry.latest_revision_id)
    public = entry.get_absolute_url() if not isinstance(entry, AbstractPage) else entry.get_url()
    context = {
        "title": str(entry),
        "who": str(user or ""),
        "later": later,
        "address": _absolute(public) if entry.live and public and not later else "",
    }
    _write(instance.requested_by, "approved", _("Godkendt: %(title)s") % {"title": entry}, context)


def tell_of_return(instance: WorkflowState, user: Person | None = None, **kwargs: Any) -> None:
    """Tells the one who submitted it what is to be mended."""
    entry, writer = _entry(instance), instance.requested_by
    if entry is None or _is_the_same(writer, user):
        return
    draft = entry.latest_revision.as_object() if entry.latest_revision else entry
    context = {
        "title": str(draft),
        "who": str(user or ""),
        "comment": instance.current_task_state.specific.get_comment(),
        "address": _absolute(AdminURLFinder(writer).get_edit_url(entry) or reverse("wagtailadmin_home")),
    }
    _write(writer, "rejected", _("Sendt tilbage: %(title)s") % {"title": draft}, context)


def who_decides(entry: Any, by: Person | None) -> list[Person]:
    """Those whose area, organisation or venue it is; where there is nobody, those who work with the whole portal."""
    policy = policy_registry.get(entry)
    people = policy.users_with_permission_for_instance("publish", entry).filter(is_active=True).order_by("pk")
    others = [person for person in people if not _is_the_same(person, by)]
    own = [person for person in others if not works_everywhere(person)]
    return own or [person for person in others if not person.is_superuser] or others


def _entry(state: WorkflowState) -> Any:
    entry = state.content_object
    return getattr(entry, "specific", entry)


def _is_the_same(one: Person | None, other: Person | None) -> bool:
    return bool(one and other and one.pk == other.pk)


def _absolute(path: str) -> str:
    return path if path.startswith("http") else f"{settings.BASE_URL}{path}"


def _write(person: Person | None, kind: str, subject: str, context: dict[str, Any], template: str = "") -> None:
    """Posts the mail, unless the person has said no to this kind on their account's page."""
    if not (person and person.is_active and person.email):
        return
    if not getattr(UserProfile.get_for_user(person), f"{kind}_notifications"):
        return
    with translation.override("da"):
        account = f"{_absolute(reverse('wagtailadmin_account'))}#tab-notifications"
        told = {**context, "name": person.first_name, "account": account, "signature": signature()}
        text, html = (
            render_to_string(f"emails/approval_{template or kind}.{ending}", told) for ending in ("txt", "html")
        )
        post(to=person.email, subject=subject, body=text, html=html)
