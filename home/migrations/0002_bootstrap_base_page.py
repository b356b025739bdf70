"""Gives the base page its locale and translation key, in the order that Wagtail's swapped page model needs."""

from django.db import migrations
from wagtail.models import (
    BootstrapLocaleField,
    BootstrapTranslatableModel,
    BootstrapTranslationKeyField,
)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        BootstrapLocaleField("home.BasePage"),
        BootstrapTranslationKeyField("home.BasePage"),
        BootstrapTranslatableModel("home.BasePage"),
    ]
