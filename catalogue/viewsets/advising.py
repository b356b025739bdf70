"""What the form's script asks while somebody writes."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import unquote
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.views import View

from ..advising import Asked, all_parts
from ..forms.draft import draft_of


class AdviceView(View):
    """Answers a form as it stands with every part of `advising.PARTS`; saves nothing.

    `guarded` has asked whether the user may change the entry, or add one, before it is called.
    """

    http_method_names = ("post",)
    model: Any = None
    edit_handler: Any = None

    def post(self, request: HttpRequest, pk: str | None = None) -> JsonResponse:
        entry = self.model() if pk is None else self._as_last_written(pk)
        form = self.edit_handler.get_form_class()(request.POST, instance=entry, for_user=request.user)
        looks_up = request.POST.get("slaa-op") == "1"
        return JsonResponse(all_parts(Asked(draft_of(form), request.user, request.POST.get("times", ""), looks_up)))

    def _as_last_written(self, pk: str) -> Any:
        entry = get_object_or_404(self.model.objects.select_related("latest_revision"), pk=unquote(str(pk)))
        return entry.get_latest_revision_as_object()


class GivesAdvice:
    """Mixed into a viewset of entries whose form has parts that answer."""

    def get_own_urlpatterns(self) -> list[URLPattern]:
        """The two addresses that the script asks."""
        view = AdviceView.as_view(model=self.model, edit_handler=self._edit_handler)  # type: ignore[attr-defined]
        own = super().get_own_urlpatterns()  # type: ignore[misc]
        return [*own, path("raad/", view, name="advise_on_add"), path("raad/<str:pk>/", view, name="advise_on_edit")]
