"""The editorial life that activities, organisations and venues share: drafts, history, approval, locks, preview."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    Workflow,
    WorkflowMixin,
)

from .dangling import Pointed


class EditedEntry(
    PreviewableMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    ClusterableModel,
):
    """A snippet with drafts, revisions, workflow, locking and preview."""

    preview_template: ClassVar[str]

    created_at = models.DateTimeField(_("oprettet"), auto_now_add=True)
    updated_at = models.DateTimeField(_("ændret"), auto_now=True)

    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="content_type",
        object_id_field="object_id",
        related_query_name="+",
    )
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="+",
        for_concrete_model=False,
    )

    class Meta:
        abstract = True

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Self | None:
        """The entry as a revision holds it, also when what the revision names has been deleted since."""
        pointed = Pointed(cls, data)
        entry = super().from_serializable_data(pointed.content(), check_fks=False)
        pointed.hand_over(entry)
        return entry

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """The public page's own template."""
        return self.preview_template

    def get_workflow(self) -> Workflow | None:
        """The workflow of its kind, asked for once by each instance: one page of the editors' system asks often."""
        if "_workflow" not in self.__dict__:
            self._workflow = self.get_default_workflow()
        return self._workflow

    @property
    def revisions(self):
        """The entry's history, as Wagtail's views expect to find it."""
        return self._revisions
