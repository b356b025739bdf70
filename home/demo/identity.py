"""The same identities and times whenever and wherever the example is loaded."""

from __future__ import annotations

import datetime
import uuid

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://indsatskatalog.example/")
# The day that the example catalogue is a picture of, in the morning.
MOMENT = datetime.datetime(2026, 11, 22, 7, 0, tzinfo=datetime.UTC)


def uuid_for(kind: str, name: str) -> uuid.UUID:
    """The identity of the example's thing of this kind and name."""
    return uuid.uuid5(NAMESPACE, f"{kind}/{name}")
