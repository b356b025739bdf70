"""All that an editor can open, one of each kind, in the middle of its life: drafts, a request for approval, a lock."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import models
from django.utils import timezone
from PIL import Image as Picture
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.models import Collection, Locale, Site, Workflow
from wagtail.snippets.models import get_snippet_models

from accounts.models import User
from accounts.roles import Role
from editorial.models import BulkChange
from home.models import BasePage, FrontPage, InformationPage
from images.models import CustomImage
from search.models import Concept, Synonym

from .accounts import InvitationFactory, UserFactory
from .catalogue import (
    ActivityFactory,
    HolidayCalendarFactory,
    InterestFactory,
    OrganisationFactory,
    ScheduleFactory,
    TargetGroupFactory,
    VenueFactory,
)
from .editorial import BrokenLinkFactory, ClaimFactory, ErrorReportFactory, SuggestionFactory, stands_in
from .pages import make_front, make_page
from .referral_cases import UnitFactory
from .spreadsheets import make_trial


@dataclass
class Desk:
    """An editor with one thing of each kind to work on; `things` by the model's label in small letters."""

    editor: User
    administrator: User
    front: FrontPage
    page: BasePage
    workflow: Workflow
    things: dict[str, models.Model]

    @cached_property
    def task(self) -> models.Model:
        """The workflow's only task."""
        return self.workflow.tasks.get()


def somebody(role: Role, **values: Any) -> User:
    """A user of a role."""
    user = UserFactory(**values)
    user.groups.add(Group.objects.get(name=role.group_name))
    return user


def in_the_middle_of_its_life(thing: Any, workflow: Workflow, editor: User) -> None:
    """Gives a thing an older version, a draft that waits for approval, and a version to be published later."""
    thing.save_revision(user=editor, log_action=True).publish(user=editor)
    later = thing.save_revision(user=editor, approved_go_live_at=timezone.now() + timezone.timedelta(days=2))
    thing.save_revision(user=editor, log_action=True)
    later.publish(user=editor)
    workflow.start(thing, editor)


def make_desk() -> Desk:
    """The desk; every snippet model must have a thing here."""
    editor = somebody(Role.EDITOR, first_name="Rikke")
    front = make_front()
    front.save_revision(user=editor).publish()
    # Wagtail's own, in English.
    BasePage.objects.filter(slug="home").update(title="Velkommen", draft_title="Velkommen")
    page = make_page(front, InformationPage, "Om os", slug="om-os", introduction="Kort sagt.")
    make_page(page, InformationPage, "Kontakt", slug="kontakt", introduction="Kort sagt.")
    activity = ActivityFactory(interests=["kor"], target_groups=["alle"])
    ScheduleFactory(activity=activity)
    workflow = Workflow.objects.filter(active=True).first()
    for thing in (page, activity, OrganisationFactory(), VenueFactory()):
        in_the_middle_of_its_life(thing, workflow, editor)
    things = [
        activity,
        OrganisationFactory._meta.model.objects.latest("pk"),
        VenueFactory._meta.model.objects.latest("pk"),
        activity.venue.area,
        HolidayCalendarFactory(area=activity.venue.area, spans=[("Efterårsferie", "2026-10-12", "2026-10-16")]),
        InterestFactory(name="kor"),
        TargetGroupFactory(name="alle"),
        Concept.objects.create(label="Nogen at gå med", said="jeg tør ikke gå alene"),
        Synonym.objects.create(words="kor\nsang"),
        ErrorReportFactory(activity=activity),
        _bulk_change(activity, editor),
        _broken_link(activity),
        ClaimFactory(),
        SuggestionFactory(draft=ActivityFactory(title="Krolf for alle", live=False)),
        _picture(editor),
        Document.objects.create(title="Plakat", file=ContentFile(b"tekst", "plakat.txt"), uploaded_by_user=editor),
        Redirect.objects.create(old_path="/gammel", redirect_page=page),
        Collection.get_first_root_node().add_child(name="Plakater"),
        Locale.objects.get_or_create(language_code="en")[0],
        Site.objects.get(),
        Group.objects.first(),
        UserFactory(first_name="Lars"),
        make_trial(editor),
        InvitationFactory(user__first_name="Inger"),
        UnitFactory(name="Hjemmeplejen i Korsør", area=activity.venue.area),
    ]
    desk = Desk(
        editor=editor,
        administrator=somebody(Role.ADMINISTRATOR, first_name="Anna", is_superuser=True),
        front=front,
        page=page,
        workflow=workflow,
        things={thing._meta.label_lower: thing for thing in things},
    )
    missing = {model._meta.label_lower for model in get_snippet_models()} - desk.things.keys()
    if missing:
        raise LookupError(f"Nothing to work on of the kind {', '.join(sorted(missing))}: add it to make_desk")
    return desk


def _bulk_change(activity: models.Model, editor: User) -> BulkChange:
    latest = activity.latest_revision_id
    changed = {"pk": activity.pk, "live_before": latest, "latest_before": latest, "latest_after": latest}
    return BulkChange.objects.create(made_by=editor, words="bekræftet i dag", changed=[changed])


def _broken_link(activity: models.Model) -> models.Model:
    link = BrokenLinkFactory()
    stands_in(link, activity)
    return link


def _picture(editor: User) -> CustomImage:
    data = io.BytesIO()
    Picture.new("RGB", (40, 30), "green").save(data, "PNG")
    file = ContentFile(data.getvalue(), "tur.png")
    return CustomImage.objects.create(title="Tur", description="To går en tur.", file=file, uploaded_by_user=editor)
