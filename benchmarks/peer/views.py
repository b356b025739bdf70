"""A front page, the list with its search, and an entry."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.generic import DetailView, ListView

from .models import Entry
from .patience import HEADER, GaveUp, patience
from .searching import PAGE, search


class Front(ListView):
    """The newest entries."""

    template_name = "peer/front.html"
    queryset = Entry.objects.filter(live=True).order_by("-pk")[:6]


class Results(ListView):
    """The entries that a search finds, with facets; all of them without one."""

    template_name = "peer/results.html"
    paginate_by = PAGE
    queryset = Entry.objects.filter(live=True)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        text = self.request.GET.get("q", "")
        if not text:
            context = super().get_context_data(**kwargs)
            return {**context, "entries": context["object_list"]}
        with patience():
            answer = search(text)
        return {"answer": answer, "entries": answer.entries, "text": text}

    def get_queryset(self) -> Any:
        return Entry.objects.none() if self.request.GET.get("q") else super().get_queryset()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().get(request, *args, **kwargs).render()
        except GaveUp:
            return HttpResponse(status=503, headers={HEADER: "yes"})


class Page(DetailView):
    """An entry."""

    template_name = "peer/entry.html"
    model = Entry


def suggestions(request: HttpRequest) -> JsonResponse:
    """Titles that hold what was typed, as one would write it in five minutes."""
    found = Entry.objects.filter(live=True, title__icontains=request.GET.get("q", "")).order_by("title")
    return JsonResponse({"suggestions": [{"text": title} for title in found.values_list("title", flat=True)[:6]]})
