"""The handbook in the editors' system, open to all who may sign in."""

from __future__ import annotations

import re

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .chapters import PICTURES, read_chapter

PICTURE = re.compile(r"[a-z0-9-]+\.png", re.ASCII)


@require_safe
def chapter(request: HttpRequest, name: str = "") -> HttpResponse:
    """One chapter; the first lists the others."""
    found = read_chapter(name)
    if found is None:
        raise Http404
    return render(request, "editorial/admin/handbook.html", {"chapter": found})


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """A picture of the handbook."""
    file = PICTURES / name
    if not PICTURE.fullmatch(name) or not file.is_file():
        raise Http404
    return FileResponse(file.open("rb"), content_type="image/png")
