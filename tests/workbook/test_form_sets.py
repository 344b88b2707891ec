"""A form for chosen sets asks what they read; filled in, every other set can read it."""

from __future__ import annotations

from functools import cache
from itertools import permutations
from pathlib import Path

import pytest
from extra_set import write_extra
from form_content import all_answers
from openpyxl import load_workbook
from workbook_helper import codes, the_dictionary

from eipcheck.model.dictionary import DataDictionary, FieldType, Layout
from eipcheck.model.record import ParkRecord
from eipcheck.model.text import LANGUAGES, Language
from eipcheck.pipeline.assess import Request, Session, open_session
from eipcheck.pipeline.forms import write_template
from eipcheck.pipeline.sets import Library, load_library, shipped_sets
from eipcheck.pipeline.wanted import wanted_fields, wanted_of
from eipcheck.workbook.asked import asked
from eipcheck.workbook.fill import filled_bytes
from eipcheck.workbook.read import read_workbook

SETS = tuple(shipped_sets())
GENERAL = {
    *("park_name", "park_name_en", "province", "developer_name", "developer_tax_code", "website"),
    *("data_label", "registration_date", "assessment_date", "period_start", "period_end"),
    *("operating_since", "conversion_scope", "boundary", "inside_boundary"),
}
EXPECTED = {"W201", "W208", "W211", "W250"}
"""What may be told of a form under a set for which it was not made: what it lacks, and more."""


@cache
def session(name: str) -> Session:
    """Load what a run under one set needs."""
    return open_session(Request(criteria=(name,), allow_unverified=True))


def read_set(library: Library) -> frozenset[str]:
    """Give what the chosen sets read."""
    return wanted_of(library.sets, library.dictionary)


def the_form(library: Library) -> DataDictionary:
    """Give what the form for the chosen sets asks."""
    return asked(library.dictionary, read_set(library))


def answered(folder: Path, name: str, language: Language = "vi") -> Path:
    """Write the form for a set with every question answered."""
    library = session(name).library
    form = the_form(library)
    path = folder / f"{Path(name).name}.xlsx"
    path.write_bytes(filled_bytes(form, language, all_answers(form), library.sets))
    return path


def read_under(path: Path, name: str) -> ParkRecord:
    """Read a workbook as an assessment under a set does."""
    run = session(name)
    return read_workbook(path, run.library.dictionary, run.wanted, run.ways)


@pytest.mark.parametrize("name", SETS)
class TestEachSet:
    """What holds of the form of every set that ships."""

    def test_its_form_has_all_that_it_reads(self, name: str) -> None:
        library = session(name).library
        form = the_form(library)
        ids = {f.id for s in form.sheets for f in s.fields}
        ids |= {d.id for s in form.sheets for d in s.declarations}
        assert read_set(library) <= ids

    def test_its_form_asks_nothing_else_but_what_every_form_needs(self, name: str) -> None:
        library = session(name).library
        wanted = read_set(library)
        for spec in the_form(library).sheets:
            if spec.id in {"evidence", "judgements"}:
                continue
            allowed: set[str | None] = {*wanted, *GENERAL}
            allowed |= {f.id for f in spec.fields if f.blank_means is not None}
            if spec.layout is Layout.LIST:
                allowed |= {spec.key, spec.covers, spec.fields[0].id, "enterprise_name"}
                allowed |= {f.id for f in spec.fields if f.label.en == "Note"}
                allowed |= {f.id for f in spec.fields if f.type is FieldType.ENTERPRISE}
                allowed |= {field for d in spec.declarations for field, _ in d.scope}
                for field in spec.fields:
                    if field.id in allowed:
                        allowed |= {field.since, field.not_before, field.evidence}
                if "link_outside_kind" in allowed:
                    allowed.add("link_outside_party")  # without it the kind is not believed
            assert {f.id for f in spec.fields} <= allowed, spec.id

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_its_blank_form_has_no_problem(
        self, name: str, language: Language, tmp_path: Path
    ) -> None:
        path = tmp_path / "form.xlsx"
        write_template(path, language, (name,), allow_unverified=True)
        record = read_under(path, name)
        assert codes(record) == []
        assert record.template_version == f"{the_dictionary().version} ({name})"

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_what_is_filled_in_comes_back(
        self, name: str, language: Language, tmp_path: Path
    ) -> None:
        record = read_under(answered(tmp_path, name, language), name)
        assert record.problems == ()
        form = the_form(session(name).library)
        content = all_answers(form)
        assert {f: said[0].value for f, said in record.facts.items()} == {
            row.field: row.value for row in content.facts
        }
        wanted = read_set(session(name).library)
        for sheet, rows in content.rows.items():
            table = record.tables[sheet]
            typed = set(table.columns) & wanted
            found = [{f: table.value(f, i) for f in typed} for i in range(len(table.rows))]
            for row in rows:
                assert {f: row[f] for f in typed} in found, sheet
            assert len(found) == (len(form.sheet(sheet).rows) or len(rows))
            assert all(d.complete for d in table.declarations)


@pytest.mark.parametrize(("made_for", "read_by"), list(permutations(SETS, 2)))
def test_every_other_set_reads_it(made_for: str, read_by: str, tmp_path: Path) -> None:
    path = answered(tmp_path, made_for)
    own, other = read_under(path, made_for), read_under(path, read_by)
    assert set(codes(other)) <= EXPECTED
    assert codes(other).count("W250") <= 1
    dictionary = session(read_by).library.dictionary
    shared = {f: said for f, said in own.facts.items() if dictionary.has_field(f)}
    for field, said in shared.items():
        assert other.facts[field] == said
    # what the form did not ask is unknown, and says so where a blank would mean something
    assert all(o.value is None for f in other.facts.keys() - shared for o in other.facts[f])
    for sheet, table in other.tables.items():
        mine = own.tables[sheet]
        assert table.rows == mine.rows
        for field, column in table.columns.items():
            if field in mine.columns:
                assert column == mine.columns[field]
            elif column.column is None:
                assert not any(column.is_blank(i) for i in range(len(table.rows)))
        lines = {d.id: d for d in mine.declarations}
        assert all(lines[d.id] == d for d in table.declarations if d.id in lines)


@pytest.mark.parametrize("name", SETS)
def test_no_set_adds_under_a_name_of_the_shipped_dictionary(name: str) -> None:
    shipped, extended = the_dictionary(), session(name).library.dictionary
    sheets = {s.label for s in shipped.sheets}
    for spec in extended.sheets:
        if not shipped.has_sheet(spec.id):
            assert spec.label not in sheets
        facts = spec.layout is Layout.FACTS
        known = [
            s for s in shipped.sheets if s.id == spec.id or (facts and s.layout is Layout.FACTS)
        ]
        labels = {n for s in known for f in s.fields for n in (f.label.vi, f.label.en, *f.aliases)}
        for field in spec.fields:
            if not shipped.has_field(field.id):
                assert not labels & {field.label.vi, field.label.en, *field.aliases}, field.id


class TestASetThatAdds:
    """On a set made for these tests, so that nothing depends on what ships."""

    def test_its_form_asks_what_it_adds_and_nothing_that_it_does_not_read(
        self, tmp_path: Path
    ) -> None:
        library = load_library([str(write_extra(tmp_path))], allow_unverified=True)
        form = the_form(library)
        sheets = {s.id: [f.id for f in s.fields] for s in form.sheets}
        assert list(sheets) == [
            "park",
            "enterprises",
            "evidence",
            "judgements",
            "trainings",
            "noise",
        ]
        assert set(sheets["park"]) == GENERAL - {"inside_boundary"} | {"canteens", "canteen_state"}
        assert sheets["enterprises"] == [
            *("tax_code", "enterprise_name", "enterprise_kind", "inside_boundary"),
            *("enterprise_note", "quiet", "shift"),
        ]
        assert sheets["trainings"] == [
            *("training_topic", "training_enterprise", "training_on", "training_note"),
        ]
        assert sheets["noise"] == ["noise_night", "noise_day"]
        assert [d.id for s in form.sheets for d in s.declarations] == [
            "enterprises_complete",
            "trainings_complete",
        ]

    def test_the_form_for_two_sets_asks_what_either_reads(self, tmp_path: Path) -> None:
        extra = str(write_extra(tmp_path))
        both = load_library(["vn-82-2018", extra], allow_unverified=True)
        one = load_library(["vn-82-2018"])
        assert read_set(both) == read_set(one) | read_set(
            load_library([extra], allow_unverified=True)
        )

    def test_the_reader_types_what_it_adds(self, tmp_path: Path) -> None:
        extra = str(write_extra(tmp_path))
        record = read_under(answered(tmp_path, extra), extra)
        assert record.problems == ()
        assert {"quiet", "shift"} <= set(record.tables["enterprises"].columns)
        assert "training_on" in record.tables["trainings"].columns

    def test_the_guide_says_for_whom_it_was_made(self, tmp_path: Path) -> None:
        extra = str(write_extra(tmp_path))
        path = tmp_path / "form.xlsx"
        write_template(path, "en", ("vn-82-2018", extra), allow_unverified=True)
        guide = load_workbook(path)["Guide"]
        assert guide["B3"].value == f"{the_dictionary().version} (vn-82-2018, extra)"
        assert guide["A4"].value == "Made for"
        assert "Extra set" in str(guide["B4"].value)
        write_template(tmp_path / "all.xlsx", "en")
        assert load_workbook(tmp_path / "all.xlsx")["Guide"]["B4"].value is None


def test_a_complete_line_that_matters_to_no_set_is_not_asked() -> None:
    lines = {d for d in read_set(load_library(["vn-82-2018"])) if d.startswith("violations_")}
    assert lines == {
        f"violations_{who}_{law}"
        for who in ("developer", "enterprises")
        for law in ("business", "environment", "labour")
    }


def test_the_run_reads_also_for_the_set_whose_outcome_is_told_beside(tmp_path: Path) -> None:
    """But what only that set reads is not missed in a form made for the set asked for."""
    library = load_library(["vn-82-2018"])
    more = wanted_fields(library)[0] - read_set(library)
    assert more or not library.successors
    path = tmp_path / "form.xlsx"
    write_template(path, "vi", ("vn-82-2018",))
    assert codes(read_under(path, "vn-82-2018")) == []
