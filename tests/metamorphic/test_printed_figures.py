"""The figures of the pilot parks, typed as their sources print them, are never read wrongly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from example_builds import PILOT, script
from metamorphic import figures, layouts
from metamorphic.layouts import every
from openpyxl import Workbook
from workbook_helper import the_dictionary

from eipcheck.model.dictionary import FieldType, Layout
from eipcheck.model.record import ParkRecord
from eipcheck.workbook.content import Content
from eipcheck.workbook.fill import filled_book
from eipcheck.workbook.layout import FACT_COLUMNS, SCOPE
from eipcheck.workbook.read import read_workbook

NUMBERS = (FieldType.NUMBER, FieldType.INTEGER)
LEAST_READ = Decimal("0.9")

PRINTED_VI = {
    "ha": "ha",
    "percent": "%",
    "people": " người",
    "enterprises": " doanh nghiệp",
    "projects": " dự án",
    "solutions": " giải pháp",
    "links": " liên kết",
    "m3_per_day": " m³/ngày đêm",
    "m3_per_year": " m³/năm",
    "kwh_per_year": " kWh/năm",
    "tco2_per_year": " tấn CO2/năm",
    "million_vnd_per_year": " triệu đồng/năm",
    "million_usd": " triệu USD",
}
PRINTED_EN = {
    "ha": " ha",
    "percent": "%",
    "people": " people",
    "enterprises": " enterprises",
    "projects": " projects",
    "solutions": " solutions",
    "links": " links",
    "m3_per_day": " m3/day",
    "m3_per_year": " m3/year",
    "kwh_per_year": " kWh/year",
    "tco2_per_year": " tCO2/year",
    "million_vnd_per_year": " million VND/year",
    "million_usd": " million USD",
}


@dataclass(frozen=True)
class Print:
    """How a source prints: the convention of its numbers, its units, and the page around them."""

    number: Callable[[float], str]
    units: dict[str, str]
    page: Callable[[Workbook], None] | None = None


def page_of_an_office(book: Workbook) -> None:
    """Put the table under a letterhead, with a heading of two levels."""
    every((Layout.FACTS,), layouts.two_levels)(book)
    every((Layout.FACTS,), layouts.letterhead)(book)


PRINTS = {
    "Vietnamese": Print(figures.vietnamese, PRINTED_VI),
    "Vietnamese with merged headings": Print(figures.vietnamese, PRINTED_VI, page_of_an_office),
    "Vietnamese without units": Print(figures.vietnamese, dict.fromkeys(PRINTED_VI, "")),
    "English": Print(figures.english, PRINTED_EN),
    "English without units": Print(figures.english, dict.fromkeys(PRINTED_EN, "")),
}


def parks() -> dict[str, Content]:
    """Give what the workbook of each pilot park holds."""
    contents: dict[str, Content] = script(PILOT).contents(the_dictionary())
    return contents


def truth(content: Content) -> dict[tuple[str, int], Decimal]:
    """Give the published numbers by field and place among the rows of that field."""
    seen: dict[str, int] = {}
    found = {}
    for fact in content.facts:
        number = seen[fact.field] = seen.get(fact.field, -1) + 1
        if isinstance(fact.value, Decimal):
            found[fact.field, number] = fact.value
    return found


def printed(content: Content, how: Print, folder: Path) -> ParkRecord:
    """Write a park as a source prints it, and read it back."""
    book = filled_book(the_dictionary(), "vi", content)
    for cell, about, value in list(figures.numbers(book)):
        unit = how.units[about.unit] if about.unit else ""
        figures.text(cell, f"{how.number(value)}{unit}")
    if how.page:
        how.page(book)
    path = folder / "park.xlsx"
    book.save(path)
    return read_workbook(path, the_dictionary())


def read_back(content: Content, how: Print, folder: Path) -> tuple[int, int, list[str]]:
    """Give how many figures were read, how many there are, and those that were not read.

    Raises:
        AssertionError: a figure was read wrongly, or left unread without a problem at its cell.
    """
    record = printed(content, how, folder)
    problems = {p.place for p in record.problems}
    wanted, unread = truth(content), []
    for (field, number), value in wanted.items():
        said = record.facts[field][number]
        if said.value != value:
            unread.append(said.raw)
            assert said.value is None, (field, said.raw, said.value, value)
            assert said.cell in problems, (field, said.raw)
    return len(wanted) - len(unread), len(wanted), unread


@pytest.mark.parametrize("name", PRINTS)
def test_nine_in_ten_of_the_published_figures_are_read_and_none_wrongly(
    name: str, tmp_path: Path
) -> None:
    """One sheet of all of them: the column tells which convention its sources follow."""
    facts = tuple(f for content in parks().values() for f in content.facts)
    numbers = tuple(f for f in facts if isinstance(f.value, Decimal))
    right, total, unread = read_back(Content(facts=numbers), PRINTS[name], tmp_path)
    assert total > 50
    assert right >= LEAST_READ * total, unread


@pytest.mark.parametrize("name", PRINTS)
def test_no_figure_of_a_park_is_read_wrongly(name: str, tmp_path: Path) -> None:
    """A park with few figures may leave some in doubt, and then says so."""
    for content in parks().values():
        read_back(content, PRINTS[name], tmp_path)


@pytest.mark.parametrize("name", PRINTS)
def test_a_figure_alone_is_read_rightly_or_not_at_all(name: str, tmp_path: Path) -> None:
    """Without neighbours that tell the convention, an ambiguous figure stays unknown."""
    dictionary = the_dictionary()
    for content in parks().values():
        for fact in content.facts:
            if not isinstance(fact.value, Decimal):
                continue
            unit = PRINTS[name].units[dictionary.field(fact.field).unit or ""]
            words = f"{PRINTS[name].number(float(fact.value))}{unit}"
            said = alone(fact.field, words, tmp_path)
            assert said in (fact.value, None), words


def alone(field: str, words: str, folder: Path) -> object:
    """Give what a sheet of a single figure is read as; unknown must have its problem."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "KCN"
    sheet.append([c.label.vi for c in FACT_COLUMNS if c is not SCOPE])
    sheet.append([field, None, None, words, 2019])
    path = folder / "park.xlsx"
    book.save(path)
    record = read_workbook(path, the_dictionary())
    (said,) = record.facts[field]
    if said.value is None:
        assert said.cell in {p.place for p in record.problems}, words
    return said.value
