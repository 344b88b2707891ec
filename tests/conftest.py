"""What every test may use: workbooks written as the program writes them, and one browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

import eipcheck  # noqa: F401 - chooses the XML library of openpyxl, which must not be loaded before

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one browser for all tests of a worker: Debian's Chromium, or what ``CHROMIUM`` names.

    Without it the test is skipped; where ``CI`` is set it fails. Playwright can run once in a
    process, so nothing else in the tests starts it.
    """
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - few tests need it
    except ImportError:
        program = None
    if program is None:
        missing = "Chromium and the packages of the dev extra are needed"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()
