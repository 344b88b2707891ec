"""Tables of what a store holds, for other programs."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from eipcheck.model.place import FilePlace
from eipcheck.model.problem import Problem, UsageError
from eipcheck.pipeline.files import Output, check_targets, write
from eipcheck.pipeline.sets import check_names
from eipcheck.pipeline.store import Store
from eipcheck.pipeline.store_index import VIEWS
from eipcheck.reporting.store_tables import Table, csv_bytes, parquet_bytes, xlsx_bytes

FORMATS = ("csv", "xlsx", "parquet")


def export(store: Store, out: Path, tables: Sequence[str], *, force: bool) -> None:
    """Write what a store says as a table for other programs.

    Args:
        store: where it is kept.
        out: the file; its ending says the format.
        tables: views of the index; an xlsx has a sheet for each, other files hold one. None
            named is all of them in an xlsx, and the findings elsewhere.
        force: whether the file may be replaced.

    Raises:
        InputError: the record is damaged.
        OutputError: the file exists (without ``force``), or cannot be written.
        UsageError: the format or a table is unknown, a format cannot hold several tables, or the
            library that writes it is not installed.
    """
    suffix = out.suffix.lower().lstrip(".")
    check_names("U143", (suffix,), FORMATS)
    check_names("U144", tables, VIEWS)
    if suffix != "xlsx" and len(tables) > 1:
        raise UsageError((Problem("U145", FilePlace(str(out)), (("name", suffix),)),))
    if suffix == "parquet":
        _check_parquet(out)
    check_targets([out], force=force, inputs=[store.record])
    wanted = tables or (VIEWS if suffix == "xlsx" else ("findings",))
    with store.indexed() as index:
        found = [_table(index, name) for name in wanted]
    match suffix:
        case "csv":
            content = csv_bytes(found[0])
        case "parquet":
            content = parquet_bytes(found[0])
        case _:
            content = xlsx_bytes(found)
    write(Output(out, content), force=force)


def _check_parquet(out: Path) -> None:
    try:
        import_module("pyarrow")  # an extra, and slow to start
    except ImportError:
        raise UsageError((Problem("U146", FilePlace(str(out))),)) from None


def _table(index: sqlite3.Connection, name: str) -> Table:
    columns = index.execute(f"PRAGMA table_info({name})").fetchall()
    rows = index.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - one of our views
    types = tuple(column[2] or "INTEGER" for column in columns)  # only counts have none
    return Table(name, tuple(column[1] for column in columns), types, rows)
