"""Gives the root of the pages and of the collections, which Wagtail calls "Root", names that editors understand."""

from django.db import migrations


def name_the_roots(apps, schema_editor):
    apps.get_model("home", "BasePage").objects.filter(depth=1, title="Root").update(
        title="Alle sider", draft_title="Alle sider"
    )
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name="Root").update(name="Fælles")


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0007_danish_names"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(name_the_roots, migrations.RunPython.noop)]
