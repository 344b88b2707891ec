"""How much a workbook may hold before it is refused; a person may raise each limit."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True, kw_only=True):
    """What a workbook may be at most, so that none brings a computer down.

    Honest workbooks stay far below: a register of 5,000 rows and 60 columns is a 2 MB file of
    300,000 cells that unpacks to 11 MB.

    Attributes:
        file_mb: size of the file.
        part_mb: unpacked size of one part of the zip.
        total_mb: unpacked size of all parts.
        ratio: how many times larger a part over 1 MB may be than its packed form.
        parts: number of parts of the zip.
        cells: cells of all sheets, also blank ones that are stored for their format; the same
            number of texts may stand in the table that sheets share.
        elements: other elements of XML: formats, names, merged ranges, pieces of rich text.
        depth: how deep elements of XML may be nested.
        text_kb: stored size of one text; a cell of Excel holds 32,767 characters.
    """

    file_mb: int = 100
    part_mb: int = 256
    total_mb: int = 512
    ratio: int = 200
    parts: int = 2000
    cells: int = 1_000_000
    elements: int = 500_000
    depth: int = 100
    text_kb: int = 256


LIMIT_NAMES = tuple(name.replace("_", "-") for name in Limits.__struct_fields__)
"""The limits as they are written on the command line."""
