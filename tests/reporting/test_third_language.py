"""A third language is one file: every sentence of every format comes from it, or is marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from command_line import SAMPLE
from report_text import text_of
from start_language import all_messages, page

from eipcheck.cli.app import main
from eipcheck.model.text import LANGUAGES
from eipcheck.reporting import messages
from eipcheck.reporting.catalogue import catalogue, languages
from eipcheck.reporting.numbers import day, number, plural, share

CODE = "de"
SIGN = "¤"
"""Stands before each sentence of the toy language, so that one of another language shows."""

KEPT = ("format.day", "format.share")
FORMATS = ("html", "md", "docx", "pdf", "xlsx")


def toy() -> dict[str, str]:
    """Give a language that says everything in English behind a sign."""
    told = {
        key: "|".join(SIGN + form for form in text.split("|"))
        for key, text in all_messages().items()
    }
    return {
        **told,
        **{key: text for key, text in all_messages().items() if key in KEPT},
        "text.untranslated": "{text} [EN]",
    }


def gaps(told: Mapping[str, str]) -> list[str]:
    """Give the keys that a language lacks, has too many, or fills in with other values."""
    ours = all_messages()
    return sorted(
        {*ours.keys() ^ told.keys()}
        | {k for k in ours.keys() & told.keys() if _values(ours[k]) != _values(told[k])}
    )


def _values(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.fixture
def third(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Add the file of a language for one test."""
    folder = tmp_path / "added"
    folder.mkdir()
    text = f"MESSAGES = {toy()!r}\n"
    (folder / f"{CODE}.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(messages, "__path__", [*messages.__path__, str(folder)])
    catalogue.cache_clear()
    yield CODE
    catalogue.cache_clear()


def test_every_language_in_one_file_is_complete() -> None:
    for language in languages():
        if language not in LANGUAGES:
            assert gaps(catalogue(language, "report")) == [], language


def test_what_a_language_lacks_is_found() -> None:
    told = toy()
    assert gaps(told) == []
    del told["page.work"]
    told["page.names"] = "without its number"
    told["page.nobody"] = "asks for this"
    assert gaps(told) == ["page.names", "page.nobody", "page.work"]


def test_the_file_to_start_from_holds_every_message() -> None:
    scope: dict[str, dict[str, str]] = {}
    exec(compile(page(), "fr.py", "exec"), scope)  # noqa: S102 - our own file
    assert scope["MESSAGES"] == all_messages()


def test_an_unknown_language_is_told_with_the_known_ones(
    third: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert third in languages()
    assert main(["assess", str(SAMPLE), "--lang=xx"]) == 2
    assert "vi, en, de" in capsys.readouterr().err


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_speaks_it(name: str, third: str, tmp_path: Path) -> None:
    path = tmp_path / f"park.{name}"
    arguments = ["assess", str(SAMPLE), f"--lang={third}", "--criteria=vn-35-2022"]
    assert main([*arguments, f"--report={name}:{path}"]) == 0
    text = "".join(text_of(path).split())
    own = {k: t for k, t in toy().items() if k.startswith("page.") and not _values(t)}
    bare = {k: t.removeprefix(SIGN) for k, t in own.items() if len(t) > len("Evidence") + 1}
    for key, words in bare.items():
        whole = "".join(words.split())
        if whole in text:
            assert "".join(own[key].split()) in text, key
    assert text.count(SIGN) > 100
    assert "Thedevelopercomplieswiththelaw[EN]" in text.replace("\\", "")


def test_the_terminal_speaks_it(third: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", str(SAMPLE), f"--lang={third}"]) == 0
    assert capsys.readouterr().out.count(SIGN) > 20


@pytest.mark.parametrize("arguments", [["list"], ["show", "vn-82-2018"]])
def test_texts_of_the_criteria_are_marked_on_the_terminal(
    arguments: list[str], third: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["criteria", *arguments, f"--lang={third}"]) == 0
    assert "Decree 82/2018/NĐ-CP of 22 May 2018 [EN]" in capsys.readouterr().out


def test_numbers_days_and_plurals_are_those_of_the_language(third: str) -> None:
    assert number(1234567, third) == "1.234.567"
    assert share(1, third) == "100%"
    assert day(date(2020, 11, 3), "vi") == "03/11/2020"
    assert day(date(2020, 11, 3), third) == "3 November 2020"
    assert plural(["eins", "viele"], 1, third) == "eins"
    assert plural(["eins", "viele"], 0, third) == "viele"
    assert plural(["jeden", "dwa", "pięć", "pół"], 3, "pl") == "dwa"
    assert plural(["jeden", "dwa", "pięć", "pół"], "22", "pl") == "dwa"
    assert plural(["jeden", "dwa", "pięć", "pół"], 5, "pl") == "pięć"


def test_a_form_is_written_in_our_languages_only(
    third: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", str(tmp_path / "form.xlsx"), f"--lang={third}"]) == 2
    told = capsys.readouterr().err
    assert "vi, en" in told
    assert "vi, en, de" not in told
    assert not (tmp_path / "form.xlsx").exists()
