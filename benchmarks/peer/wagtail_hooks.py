"""The entry in Wagtail's system of editors, as two lines make it."""

from wagtail.snippets.models import register_snippet

from .models import Entry

register_snippet(Entry)
