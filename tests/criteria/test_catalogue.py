"""Every code of a criteria problem has its words in both languages, and a test that shows it."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

from criteria_files import catalogue

ROOT = Path(__file__).parents[2]
_CODE = re.compile(r"\bC[0-9]{3}\b")


def codes_in(folder: Path) -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    return {code for text in texts for code in _CODE.findall(text)}


def described(language: str) -> set[str]:
    return {key.split(".")[1] for key in catalogue(language)}


def test_the_catalogue_describes_exactly_the_codes_that_are_reported() -> None:
    reported = codes_in(ROOT / "eipcheck" / "criteria")
    assert described("vi") == reported
    assert described("en") == reported


def test_every_code_has_a_test_that_shows_its_place() -> None:
    assert described("vi") - codes_in(Path(__file__).parent) == set()


def test_every_code_says_what_why_and_how_to_mend_it() -> None:
    for language in ("vi", "en"):
        expected = {
            f"problem.{code}.{part}"
            for code in described(language)
            for part in ("what", "why", "fix")
        }
        examples = {f"problem.{code}.example" for code in described(language)}
        assert expected <= set(catalogue(language)) <= expected | examples


def test_both_languages_show_the_same_facts() -> None:
    other = catalogue("en")
    for key, words in catalogue("vi").items():
        if key.endswith(".what"):
            assert facts(words) == facts(other[key]), key


def facts(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}
