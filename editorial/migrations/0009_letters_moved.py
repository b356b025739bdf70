"""The mails that wait are kept by `home` now, so that the referrals' mails wait there too."""

from django.db import migrations

SAME = ("to", "subject", "body", "html", "tried_at", "attempts", "claimed_until")


def carry_over(apps, schema_editor):
    """What waits while the portal is updated is sent afterwards."""
    _copy(apps.get_model("editorial", "Letter"), apps.get_model("home", "Letter"))


def carry_back(apps, schema_editor):
    _copy(apps.get_model("home", "Letter"), apps.get_model("editorial", "Letter"))


def _copy(source, target):
    for letter in source.objects.order_by("pk").iterator():
        copied = target.objects.create(**{name: getattr(letter, name) for name in SAME})
        target.objects.filter(pk=copied.pk).update(created_at=letter.created_at)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0008_letter_claims"), ("home", "0009_letters")]

    operations = [
        migrations.RunPython(carry_over, carry_back),
        migrations.DeleteModel(name="Letter"),
    ]
