"""The pictures' own style in the editors' system."""

from __future__ import annotations

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_css")
def show_crops() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("images/admin.css"))
