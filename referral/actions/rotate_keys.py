"""Writing everything that is encrypted anew, with the newest key."""

from __future__ import annotations

from django.apps import apps
from django.db import connection, models, transaction

from ..fields import EncryptedTextField
from ..secrecy import under_newest_key

BATCH = 500


def rotate_keys() -> int:
    """Put every encrypted field of every model under the newest key; return how many fields that were.

    Safe to repeat and to run beside other work: a field that somebody writes meanwhile is under the newest key already,
    and is left alone. Raises `Unreadable` where no key opens a field; what came before it is done.
    """
    return sum(_rotate(model, field) for model in apps.get_models() for field in encrypted_fields(model))


def encrypted_fields(model: type[models.Model]) -> list[EncryptedTextField]:
    """What is encrypted of a model."""
    return [field for field in model._meta.concrete_fields if isinstance(field, EncryptedTextField)]


def _rotate(model: type[models.Model], field: EncryptedTextField) -> int:
    """Past the ORM, which would read and write the text itself; and past the log's refusal to be changed."""
    quote = connection.ops.quote_name
    table, column, key = quote(model._meta.db_table), quote(field.column), quote(model._meta.pk.column)
    read = f"SELECT {key}, {column} FROM {table} WHERE {key} > %s AND {column} <> '' ORDER BY {key} LIMIT {BATCH}"  # noqa: S608
    write = f"UPDATE {table} SET {column} = %s WHERE {key} = %s AND {column} = %s"  # noqa: S608
    last, changed = 0, 0
    while True:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(read, [last])
            rows = cursor.fetchall()
            for pk, token in rows:
                renewed = under_newest_key(token)
                if renewed is not None:
                    cursor.execute(write, [renewed, pk, token])
                    changed += cursor.rowcount
        if not rows:
            return changed
        last = rows[-1][0]
