"""The analysed texts of an activity, field by field."""

from __future__ import annotations

from catalogue.models import Activity
from catalogue.models.vocabularies import VocabularyTerm
from search.language.analysis import index_text
from search.schema import TextField


def activity_texts(activity: Activity) -> dict[TextField, str]:
    """Keys of each text field, parted by spaces. Reads prefetched relations, asks for nothing."""
    written = {
        TextField.TITLE: activity.title,
        TextField.SUMMARY: activity.summary,
        TextField.BODY: f"{activity.description}\n{activity.first_visit}",
        TextField.TAGS: _terms([*activity.interest_terms, *activity.target_group_terms]),
        TextField.PLACE: _place(activity),
        TextField.ORGANISER: activity.organisation.name,
        TextField.EXTRA: f"{activity.schedule_text}\n{activity.price_text}",
    }
    return {field: index_text(text) for field, text in written.items()}


def _terms(terms: list[VocabularyTerm]) -> str:
    return "\n".join(word for term in terms for word in (term.name, *term.synonym_list))


def _place(activity: Activity) -> str:
    """Names of the areas served; name, address and kind of the venue. The kind is said: "bibliotek" finds one."""
    parts = [area.name for area in activity.areas.all()]
    if venue := activity.venue:
        parts += [venue.name, venue.address, venue.postcode, venue.area.name, str(venue.get_kind_display())]
    return "\n".join(parts)
