"""Makes the sizes of a picture before a visitor asks for them."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django_tasks import task

from images.models import CustomImage
from images.renditions import SPECS


def prepare_renditions_on_commit(*, image: CustomImage) -> None:
    """Makes them once the picture is kept: in this process, or by a worker where `TASKS` names one."""
    transaction.on_commit(partial(prepare_renditions.enqueue, image.pk), robust=True)


@task()
def prepare_renditions(pk: int) -> None:
    """Makes those that are missing; a picture that has been deleted meanwhile needs none."""
    image = CustomImage.objects.filter(pk=pk).first()
    if image and not image.is_svg():
        image.get_renditions(*SPECS)
