"""The zip of a workbook, whose small parts are unpacked once, however often they are read."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile, ZipInfo

SMALL = 2**18
"""A part below so many bytes may be kept."""
_ROOM = 2**24
"""Bytes that are kept at most of all parts together."""


class Archive(ZipFile):
    """A zip in memory, which keeps the parts that it is given back."""

    def __init__(self, data: bytes) -> None:
        """Read the directory of the zip.

        Raises:
            BadZipFile: there is none.
        """
        super().__init__(BytesIO(data))
        self._kept: dict[str, bytes] = {}
        self._room = _ROOM

    def keep(self, name: str, content: bytes) -> None:
        """Keep what a part was found to hold, from its first byte to its last, if there is room."""
        if len(content) <= self._room:
            self._room -= len(content)
            self._kept[name] = content

    def read(self, name: str | ZipInfo, pwd: bytes | None = None) -> bytes:
        """Give what a part holds; see ``ZipFile``."""
        kept = self._kept.get(name) if isinstance(name, str) else None
        return super().read(name, pwd) if kept is None else kept
