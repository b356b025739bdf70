"""The entry: one model with what Wagtail's search can filter and count.

`facet()` counts columns of the model itself, one value an entry, so what an entry has several of is there with its
first. That makes the peer's work less than ours: thirteen single values, where our facets hold several each.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse
from wagtail.search import index

FACETS = (
    "type",
    "character",
    "area",
    "interest",
    "target_group",
    "access",
    "weekday",
    "time",
    "price",
    "delivery",
    "language",
    "signup",
    "referrer",
)


class Entry(index.Indexed, models.Model):
    """An activity."""

    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=200)
    summary = models.CharField(max_length=200)
    description = models.TextField()
    tags = models.TextField()
    place = models.TextField()
    organiser = models.CharField(max_length=200)
    schedule_text = models.CharField(max_length=250)
    live = models.BooleanField(default=True)
    type = models.CharField(max_length=40, db_index=True)
    character = models.CharField(max_length=40, db_index=True)
    area = models.CharField(max_length=120, db_index=True)
    interest = models.CharField(max_length=60, db_index=True)
    target_group = models.CharField(max_length=60, db_index=True)
    access = models.CharField(max_length=40, db_index=True)
    weekday = models.CharField(max_length=10, db_index=True)
    time = models.CharField(max_length=20, db_index=True)
    price = models.CharField(max_length=20, db_index=True)
    delivery = models.CharField(max_length=20, db_index=True)
    language = models.CharField(max_length=5, db_index=True)
    signup = models.CharField(max_length=20, db_index=True)
    referrer = models.CharField(max_length=20, db_index=True)

    search_fields: ClassVar = [
        index.SearchField("title", boost=3),
        index.SearchField("summary", boost=2),
        index.SearchField("description"),
        index.SearchField("tags", boost=2),
        index.SearchField("place"),
        index.SearchField("organiser"),
        index.SearchField("schedule_text"),
        index.FilterField("live"),
        *(index.FilterField(name) for name in FACETS),
    ]

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("entry", args=[self.slug])
