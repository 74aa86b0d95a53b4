"""The records of an export as one SQLite file, for whoever asks with SQL."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import models

from .folders import VERSION
from .values import Record, columns, link_fields

AFFINITIES: tuple[tuple[type[Any], str], ...] = (
    (models.BooleanField, "INTEGER"),
    (models.IntegerField, "INTEGER"),
    (models.FloatField, "REAL"),
    (models.DecimalField, "NUMERIC"),
)


def write_database(path: Path, sources: dict[type[models.Model], Path]) -> None:
    """A table for each model, filled from its file of records; the same records, the same bytes."""
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version = {VERSION}")
        for model, source in sources.items():
            create(database, model)
            fill(database, model, source)
        database.commit()


def create(database: sqlite3.Connection, model: type[models.Model]) -> None:
    names = ", ".join(definition(column) for column in columns(model))
    database.execute(f'CREATE TABLE "{model._meta.db_table}" ({names})')
    for field in link_fields(model):
        ends = ", ".join(
            f'"{name}" INTEGER REFERENCES "{table}"' for name, table in both_ends(field)
        )
        database.execute(f'CREATE TABLE "{field.m2m_db_table()}" ({ends})')


def definition(column: Any) -> str:
    """A column as SQL: its name, its type, and what it refers to."""
    if column.primary_key:
        return f'"{column.attname}" INTEGER PRIMARY KEY'
    if column.is_relation:
        other = column.related_model._meta.db_table
        return f'"{column.attname}" INTEGER REFERENCES "{other}"'
    kind = next((name for kind, name in AFFINITIES if isinstance(column, kind)), "TEXT")
    return f'"{column.attname}" {kind}'


def both_ends(field: Any) -> list[tuple[str, str]]:
    """The columns of a table of links, each with the table that it refers to."""
    return [
        (field.m2m_column_name(), field.model._meta.db_table),
        (field.m2m_reverse_name(), field.related_model._meta.db_table),
    ]


def fill(database: sqlite3.Connection, model: type[models.Model], source: Path) -> None:
    names = [column.attname for column in columns(model)]
    insert(
        database,
        model._meta.db_table,
        ([stored(record[name]) for name in names] for record in records(source)),
        len(names),
    )
    for field in link_fields(model):
        links = (
            (record["id"], other) for record in records(source) for other in record[field.name]
        )
        insert(database, field.m2m_db_table(), links, 2)


def insert(database: sqlite3.Connection, table: str, rows: Iterator[Any], width: int) -> None:
    marks = ", ".join("?" * width)
    database.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)  # noqa: S608 # our own names


def records(source: Path) -> Iterator[Record]:
    """The records of a file, one a line."""
    with source.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def stored(value: Any) -> Any:
    """Lists and objects as their JSON, all else as it is."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
