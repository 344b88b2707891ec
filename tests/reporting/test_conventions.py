"""What we know of the languages that ship is what Babel knows of them, and needs no Babel."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from babel.core import Locale
from babel.dates import format_date

from eipcheck.model.text import LANGUAGES, Language
from eipcheck.reporting.numbers import day, number, plural
from eipcheck.reporting.unseen import CLEAN
from eipcheck.reporting.view_words import clean

ROOT = Path(__file__).resolve().parents[2]
FORMS = ("zero", "one", "two", "few", "many", "other")


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_babel(language: Language) -> None:
    rule = Locale.parse(language).plural_form
    forms = [form for form in FORMS if form in rule.tags or form == "other"]
    for count in range(210):
        assert plural(forms, count, language) == rule(count)


def test_a_language_that_does_not_ship_is_written_as_babel_does() -> None:
    assert number(1234567, "pl") == "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"
    assert plural(("one", "few", "many", "other"), 5, "pl") == "many"


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_the_name_that_babel_gives_it(month: int) -> None:
    value = date(2024, month, 29)
    assert day(value, "en") == format_date(value, "long", locale="en_GB")


def test_what_nobody_sees_never_counts_as_printable() -> None:
    """A text of printable characters is taken as it is."""
    assert [hex(code) for code in CLEAN if chr(code).isprintable()] == []
    for code in CLEAN:
        assert clean(f"ế{chr(code)}a") != f"ế{chr(code)}a"


def test_assessing_loads_no_library_that_only_reports_need() -> None:
    code = (
        "import sys; from eipcheck.cli.app import main; main(['assess', sys.argv[1]]);"
        "bad = {'babel', 'docxtpl', 'docx', 'typst'} & set(sys.modules);"
        "sys.exit(', '.join(sorted(bad)) or None)"
    )
    sample = ROOT / "examples" / "synthetic-park" / "kcn-mau.xlsx"
    ended = subprocess.run(
        (sys.executable, "-c", code, str(sample)), cwd=ROOT, capture_output=True, check=False
    )
    assert ended.stderr == b""
