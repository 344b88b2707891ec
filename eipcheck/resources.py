"""Finds the data that ships with the program, installed from a wheel or run in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """Give the shipped folder ``criteria``, ``templates`` or ``examples``.

    Raises:
        FileNotFoundError: if the installation lacks it.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    message = f"the installation lacks its folder {name!r}"
    raise FileNotFoundError(message)
