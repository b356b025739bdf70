"""Triggers that refuse to change what the history holds.

They are taken off before migrations and put on after them: Wagtail's own migrations may rewrite its tables, and SQLite
forgets a trigger when a table is remade. The one change they let through is the database's own: a log entry loses its
content type when the model is gone.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model
from wagtail.models import ModelLogEntry, PageLogEntry

LOGS: tuple[type[Model], ...] = (ModelLogEntry, PageLogEntry)
MESSAGE = "The history is append-only."

_FUNCTION = f"""
CREATE OR REPLACE FUNCTION history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.content_type_id IS NULL THEN
        NEW.content_type_id := OLD.content_type_id;
        IF NEW IS NOT DISTINCT FROM OLD THEN
            NEW.content_type_id := NULL;
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def protect(connection: BaseDatabaseWrapper) -> None:
    """Puts the triggers on; on PostgreSQL against changing and deleting, on SQLite against changing.

    SQLite cannot tell deleting a row from emptying the database, so there `guards` alone keeps rows from being deleted.
    """
    open_up(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
        for log in LOGS:
            cursor.execute(_on_postgresql(log) if connection.vendor == "postgresql" else _on_sqlite(log))


def open_up(connection: BaseDatabaseWrapper) -> None:
    """Takes the triggers off, where the tables are there at all."""
    present = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for log in LOGS:
            table = log._meta.db_table
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            if table in present:
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_append_only{on}")


def _on_postgresql(log: type[Model]) -> str:
    table = log._meta.db_table
    return (
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION history_is_append_only()"
    )


def _on_sqlite(log: type[Model]) -> str:
    table = log._meta.db_table
    others = [field.column for field in log._meta.local_concrete_fields if field.column != "content_type_id"]
    same = " AND ".join(f"NEW.{column} IS OLD.{column}" for column in others)
    return (
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table} "
        f"WHEN NOT (NEW.content_type_id IS NULL AND {same}) "
        f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    )
