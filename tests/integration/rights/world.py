"""A portal with two of everything, so that each route has something to be asked about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db.models import Model
from django.utils import timezone
from PIL import Image as Picture
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Collection, Locale, Site, Task, TaskState, UploadedFile, Workflow

from accounts.models import User
from accounts.roles import Role
from catalogue.models import Responsibility, SheetImport
from catalogue.sharing.codes import code_of
from editorial.freshness.links import Purpose, token
from editorial.models import BulkChange, OutgoingLink
from home.models import InformationPage
from images.models import CustomImage
from referral.answering.links import token as answering_token
from referral.escorts.links import token as escort_token
from referral.models import Escort, EscortArrangement, UnitMember
from referral.privacy.withdrawal_keys import key_of
from search.models import Concept, Synonym
from tests.factories.accounts import InvitationFactory, UserFactory
from tests.factories.catalogue import InterestFactory, ScheduleFactory, TargetGroupFactory
from tests.factories.editorial import (
    BrokenLinkFactory,
    ClaimFactory,
    ErrorReportFactory,
    FreshnessQuestionFactory,
    SuggestionFactory,
    stands_in,
)
from tests.factories.pages import make_front_page
from tests.factories.referral import SlipFactory
from tests.factories.referral_cases import ReferralFactory, UnitFactory
from tests.factories.spreadsheets import make_trial

from .people import Place, make_place, responsible
from .routes import Route

# What a namespace of the editors' own work is about.
OF_A_PLACE: dict[str, Callable[[Place], Model]] = {
    "fejlmeldinger": lambda place: place.activity.error_reports.get(),
    "overblik": lambda place: place.activity,
    "krav": lambda place: place.organisation.claims.get(),
    "links": lambda place: OutgoingLink.objects.get(uses__object_id=place.activity.pk),
    "friskhed": lambda place: place.organisation,
    "forslag": lambda place: place.area.suggestions.get(),
}
# What stands in an address about a referral, beside its code.
OF_A_CASE = {"position": 1, "state": "kontaktet", "paper": "a4"}
ROLES = (
    Role.FRONT_LINE,
    Role.NETWORK_WORKER,
    Role.COORDINATOR,
    Role.ASSOCIATION,
    Role.CENTRE_STAFF,
    Role.LOCAL_EDITOR,
    Role.EDITOR,
    Role.ADMINISTRATOR,
)


@dataclass
class World:
    """What there is: the roles' own place and a stranger's, and one of each of the portal's other things."""

    own: Place
    foreign: Place
    users: dict[Role, User]
    page: InformationPage
    pictures: dict[int | None, CustomImage] = field(default_factory=dict)
    uploads: dict[tuple[int | None, bool], UploadedFile] = field(default_factory=dict)
    undoable: dict[int | None, BulkChange] = field(default_factory=dict)
    trials: dict[int | None, SheetImport] = field(default_factory=dict)
    things: dict[str, Model] = field(default_factory=dict)
    known: dict[tuple[str, bool], dict[str, Any]] = field(default_factory=dict)

    def values(self, route: Route, user: User | None, *, own: bool) -> dict[str, Any]:
        """What stands for each part of a route, for this user; what is not anybody's is the same for both."""
        picture = self.pictures[user.pk if user and own else None]
        key = (route.written, own)
        if key not in self.known:
            place = self.own if own else self.foreign
            self.known[key] = {**self._everywhere(place), **self._of_space(route.namespace, route, place)}
        pk = {"pk": picture.pk} if route.namespace in ("wagtailimages_chooser", "wagtailadmin_api:images") else {}
        if route.namespace == "flere":
            pk = {"uuid": self.undoable[user.pk if user and own else None].uuid}
        uploaded = self.uploads[user.pk if user and own else None, route.namespace == "wagtaildocs"]
        trial = self.trials[user.pk if user and own else None]
        return {**self.known[key], "image_id": picture.pk, "uploaded_file_id": uploaded.pk, "trial": trial.pk, **pk}

    def _of_space(self, space: str, route: Route, place: Place) -> dict[str, Any]:
        model = _model_of(space)
        if model == "holidaycalendar":
            return {"pk": place.calendar.pk}
        if model is not None:
            entry = {"activity": place.activity, "organisation": place.organisation, "venue": place.venue}.get(model)
            return self._of_entry(entry) if entry else {"pk": self.things.get(model, place.area).pk}
        if space in OF_A_PLACE:
            return {"pk": OF_A_PLACE[space](place).pk}
        if space == "wagtailadmin_workflows":
            kind = Task if route.name.endswith("_task") else Workflow
            return {"pk": kind.objects.first().pk, "app_label": "catalogue", "model_name": "publisherapprovaltask"}
        if space == "wagtailadmin_pages":
            return {**self._of_entry(self.page), "model_name": "informationpage", "app_label": "home"}
        if space == "wagtailsettings":
            return {"app_name": "home", "model_name": "sitesettings", "pk": self.things["wagtailsites"].pk}
        if route.name == "wagtail_bulk_action":
            return {"action": f"delete/?id={place.activity.pk}&", "app_label": "catalogue", "model_name": "activity"}
        if route.name == "wagtailadmin_tag_model_autocomplete":
            return {"app_name": "catalogue", "model_name": "interest"}
        if space in self.things:
            return {"pk": self.things[space].pk}
        return self._of_public_thing(route, place)

    def _of_public_thing(self, route: Route, place: Place) -> dict[str, Any]:
        """The slug of what the address begins with; elsewhere the activity's. A link from a mail for whoever has it."""
        if route.written.startswith("svar/"):
            return {"token": token(Purpose.RIGHT, place.activity.freshness_questions.get().pk)}
        kinds = {"arrangoerer": place.organisation, "steder": place.venue, "omraader": place.area}
        thing = kinds.get(route.written.partition("/")[0])
        if thing:
            return {"slug": thing.slug}
        if route.namespace == "haandbog":
            return {"name": "overblik.png" if "billeder" in route.written else "tidspunkter"}
        if route.namespace == "answering":
            return {"link": answering_token(place.area.referrals.get().entries.get())}
        if route.namespace == "going-along" or route.namespace == "escorts" and "pk" in route.parts:
            made = _arrangement(place)
            return {"ask": escort_token(made), "pk": made.pk if route.name == "own" else made.escort_id}
        if route.namespace in ("cases", "noshow", "outcome", "closing-note", "privacy", "escorts"):
            return {"code": place.area.referrals.get().code, **OF_A_CASE}
        if route.namespace == "referral":
            slip: Any = self.things["slip"]
            return {"code": slip.code, "key": slip.key, "paper": "a4", "withdrawal": key_of(self.things["referred"])}
        if route.written.startswith("foreslaa/"):
            return {"code": place.area.suggestions.get().code}
        return {"code": "en"} if route.written.startswith("sprog/") else {}

    def _of_entry(self, entry: Any) -> dict[str, Any]:
        state = TaskState.objects.for_instance(entry).first()
        return {
            "pk": entry.pk,
            "revision_id": entry.latest_revision.pk,
            "revision_id_a": "earliest",
            "revision_id_b": "latest",
            "action_name": "approve",
            "task_state_id": state.pk if state else 0,
            "task_id": state.task_id if state else 0,
            "workflow_state_id": state.workflow_state_id if state else 0,
        }

    def _everywhere(self, place: Place) -> dict[str, Any]:
        activity, page = place.activity, self.page
        return {
            "app_label": "catalogue",
            "app_name": "catalogue",
            "model_name": "activity",
            "object_id": activity.pk,
            "session_id": 1,
            "action": "delete",
            "action_name": "copy",
            "pk": page.pk,
            "type": "relationelle",
            "part": "relationelle",
            "slug": activity.slug,
            "uuid": activity.uuid,
            "code": code_of(activity.uuid),
            "start": "2026-09-07T1000",
            "name": "hvor",
            "section": "aktiviteter",
            "token": "opdigtet",
            "uidb64": "MQ",
            "uidb36": "1",
            "key": "opdigtet",
            "filter_spec": "width-20",
            "content_type_app_name": "home",
            "content_type_model_name": "informationpage",
            "restriction_id": 1,
            "page_view_restriction_id": 1,
            "workflow_pk": Workflow.objects.values_list("pk", flat=True).first(),
            "task_id": Task.objects.values_list("pk", flat=True).first(),
            "collection_id": self.things["wagtailadmin_collections"].pk,
            "document": self.things["document"].pk,
            "doc_id": self.things["document"].pk,
            "document_id": self.things["document"].pk,
            "redirect_id": self.things["redirect"].pk,
            **dict.fromkeys(("page_id", "page_pk", "page_to_move_id"), page.pk),
            **dict.fromkeys(("parent_page_id", "destination_id"), page.get_parent().pk),
        }


def make_world() -> World:
    """Makes it all, in the database that is open."""
    front = make_front_page()
    page = front.add_child(instance=InformationPage(title="Om", slug="om", body="[]"))
    page.save_revision()
    own, foreign = make_place("Korsør"), make_place("Skælskør")
    world = World(own, foreign, {role: responsible(role, own) for role in ROLES}, page)
    for place in (own, foreign):
        ScheduleFactory(activity=place.activity)
        ErrorReportFactory(activity=place.activity)
        SuggestionFactory(area=place.area)
        FreshnessQuestionFactory(activity=place.activity)
        stands_in(BrokenLinkFactory(), place.activity)
        ClaimFactory(organisation=place.organisation)
        unit = UnitFactory(area=place.area)
        escort = Escort.objects.create(unit=unit, helps=["gaa"])
        escort.areas.set([place.area])
        referral = ReferralFactory(unit=unit, activities=[place.activity], activities__state="modtaget")
        EscortArrangement.objects.create(
            entry=referral.entries.get(),
            created_at=timezone.now(),
            from_where="Ved døren",
            meets_at=timezone.now() + timedelta(days=3),
            help="gaa",
            escort=escort,
            state="tildelt",
        )
        for entry in (place.activity, place.organisation, place.venue):
            entry.get_workflow().start(entry, user=None)
    UnitMember.objects.create(unit=own.area.units.get(), user=world.users[Role.FRONT_LINE])
    page.get_workflow().start(page, user=None)
    for user in [None, *world.users.values()]:
        key = user.pk if user else None
        world.pictures[key] = _picture(user)
        world.undoable[key] = BulkChange.objects.create(made_by=user or UserFactory(), words="status ændret")
        for model in (CustomImage, get_document_model()):
            world.uploads[key, model is not CustomImage] = UploadedFile.objects.create(
                for_content_type=ContentType.objects.get_for_model(model),
                file=ContentFile(b"ord", name="fil.png"),
                uploaded_by_user=user,
            )
    stranger = UserFactory()
    for user in [None, *world.users.values()]:
        world.trials[user.pk if user else None] = make_trial(user or stranger)
    world.things = _things(world)
    return world


def _things(world: World) -> dict[str, Model]:
    stranger = UserFactory()
    return {
        "interest": InterestFactory(),
        "targetgroup": TargetGroupFactory(),
        "slip": SlipFactory(activities=[world.own.activity]),
        "referred": ReferralFactory(activities=[world.own.activity]),
        "concept": Concept.objects.create(label="Ketsjer"),
        "synonym": Synonym.objects.create(words="kor\nsang"),
        "document": get_document_model().objects.create(title="Fil", file=ContentFile(b"ord", name="fil.txt")),
        "redirect": Redirect.objects.create(old_path="/gammel", redirect_link="/ny"),
        "wagtailadmin_collections": Collection.get_first_root_node().add_child(name="Mappe"),
        "wagtailadmin_api:documents": get_document_model().objects.first(),
        "wagtaildocs_chooser": get_document_model().objects.first(),
        "wagtaillocales": Locale.objects.first(),
        "wagtailsites": Site.objects.first(),
        "wagtailusers_groups": Group.objects.create(name="Prøve"),
        "wagtailusers_users": stranger,
        "invitationer": InvitationFactory(),
        "totrin": stranger,
        "ansvar": Responsibility.objects.first(),
        "enheder": UnitFactory(),
    }


def _arrangement(place: Place) -> EscortArrangement:
    return EscortArrangement.objects.get(entry__referral__area=place.area)


def _picture(user: User | None) -> CustomImage:
    file = ContentFile(b"", name="kor.png")
    Picture.new("RGB", (4, 4)).save(file, "PNG")
    return CustomImage.objects.create(title="Kor", file=ImageFile(file, name="kor.png"), uploaded_by_user=user)


def _model_of(space: str) -> str | None:
    """The name of the kind of entry that a namespace is about."""
    start, _, rest = space.partition("_")
    return rest.partition("_")[2] if start in ("wagtailsnippets", "wagtailsnippetchoosers") and rest else None
