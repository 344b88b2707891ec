"""A criteria set loads strictly, as a whole, with every fault in its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from criteria_files import (
    ANSWER_CLAUSE,
    FILES,
    SET,
    SHARE_CLAUSE,
    broken,
    fault_in,
    load_small_dictionary,
    places,
    problems_of,
    write_files,
)

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.load import load_set
from eipcheck.model.criterion import ByReading, CriteriaSet, Kind, Source, Status, Verdict
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.text import Text

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def dictionary(tmp_path_factory: pytest.TempPathFactory) -> DataDictionary:
    return load_small_dictionary(tmp_path_factory.mktemp("dictionary"))


def load(folder: Path, dictionary: DataDictionary, **changed: str) -> CriteriaSet:
    """Load the small set with some of its files replaced; ``set_`` is ``set.yaml``."""
    names = {"set_": "set.yaml", "share": "42-1.yaml", "answer": "42-2.yaml"}
    files = {**FILES, **{names[key]: text for key, text in changed.items()}}
    return load_set(write_files(folder / "small", files), dictionary)


def test_the_shipped_set_loads() -> None:
    shipped = load_dictionary(ROOT / "criteria" / "fields.yaml")
    criteria_set = load_set(ROOT / "criteria" / "vn-82-2018", shipped)
    assert criteria_set.id == "vn-82-2018"
    assert len(criteria_set.criteria) == 15


def test_a_set_keeps_everything_it_says(tmp_path: Path, dictionary: DataDictionary) -> None:
    loaded = load(tmp_path, dictionary)
    assert (loaded.id, loaded.version, loaded.status) == ("small", "1.0", Status.REPEALED)
    assert (loaded.in_force_from, loaded.in_force_to) == (date(2018, 7, 10), date(2022, 7, 14))
    assert loaded.superseded_by == Text("Nghị định sau", "The next decree")
    assert [clause.id for clause in loaded.clauses] == ["42.1", "42.2"]
    assert loaded.reading("Q3").default == "operating_only"
    assert loaded.questions[0].title == Text("Chứng nhận", "Certificate")
    card = loaded.criterion("recp-applied")
    assert (card.clause, card.kind, card.actor) == ("42.1.b*", Kind.REQUIREMENT, "enterprises")
    assert card.source == Source(
        document="82/2018/NĐ-CP",
        article="42",
        clause="3.b",
        urls=("https://example.org/a",),
        confidence="V",
    )
    assert card.sdg == ("9.4", "12")
    assert card.readings == ("Q3",), "a term brings its readings along"
    assert (Path(card.file).name, card.line) == ("42-1.yaml", 3)
    assert loaded.criterion("mechanism-runs").readings == ()


def test_the_digest_is_over_names_and_content_whatever_the_line_ends(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    digest = load(tmp_path / "a", dictionary).sha256
    crlf = {"set_": SET.replace("\n", "\r\n")}
    assert load(tmp_path / "b", dictionary, **crlf).sha256 == digest
    cases = {"small/tests/a.yaml": "not: read"}
    write_files(tmp_path / "c", cases)
    assert load(tmp_path / "c", dictionary).sha256 == digest
    newer = {"set_": broken(SET, '"1.0"', '"1.1"')}
    assert load(tmp_path / "d", dictionary, **newer).sha256 != digest


def test_kind_and_verdict_may_depend_on_a_reading(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    kinds = "{by_reading: {Q3: {operating_only: requirement, all_licensed: advisory}}}"
    verdicts = "{by_reading: {Q3: {operating_only: not_met, all_licensed: needs_review}}}"
    text = broken(ANSWER_CLAUSE, "kind: requirement", f"kind: {kinds}")
    text = broken(text, "    evidence:", f"    otherwise: {verdicts}\n    evidence:")
    card = load(tmp_path, dictionary, answer=text).criterion("mechanism-runs")
    options = (("operating_only", "requirement"), ("all_licensed", "advisory"))
    assert card.kind == ByReading("Q3", options)
    assert isinstance(card.otherwise, ByReading)
    assert card.readings == ("Q3",)


def test_an_advisory_needs_no_target(tmp_path: Path, dictionary: DataDictionary) -> None:
    text = broken(ANSWER_CLAUSE, "kind: requirement", "kind: advisory")
    text = broken(text, '    target: {answer: "yes"}\n', "")
    assert load(tmp_path, dictionary, answer=text).criterion("mechanism-runs").target is None


def test_if_empty_and_dates_are_kept(tmp_path: Path, dictionary: DataDictionary) -> None:
    text = broken(
        SHARE_CLAUSE, "if_empty: undetermined", "if_empty: needs_review\n    from: 2019-01-01"
    )
    card = load(tmp_path, dictionary, share=text).criterion("recp-applied")
    assert card.if_empty is Verdict.NEEDS_REVIEW
    assert (card.start, card.end) == (date(2019, 1, 1), None)


def test_a_set_reads_the_fields_it_adds(tmp_path: Path, dictionary: DataDictionary) -> None:
    added = (
        'sheets:\n  - id: park\n    fields:\n      - {id: plan, label: {vi: "Kế hoạch", '
        'en: "Plan"}, type: yes_no, better: ["yes"], asked_of: board}\n'
    )
    write_files(tmp_path / "small", {"fields.yaml": added})
    text = broken(ANSWER_CLAUSE, "field: mechanism", "field: plan")
    assert load(tmp_path, dictionary, answer=text).criterion("mechanism-runs")


def set_faults(folder: Path, dictionary: DataDictionary, name: str, text: str) -> list[str]:
    files = {**FILES, name: text}
    return places(problems_of(lambda: load_set(write_files(folder / "small", files), dictionary)))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: small\n", "¦", "C202"),
        ("superseded_by:", "¦superseded_bi:", "C201"),
        ("verified: false", 'verified: ¦"false"', "C216"),
        ("old_after_years: 3", "old_after_years: ¦2.5", "C215"),
        ("from: 2018-07-10", 'from: ¦"2018-07-10"', "C217"),
        ("to: 2022-07-14", 'to: ¦"2022-07-14"', "C217"),
        ("to: 2022-07-14", "to: ¦2017-07-14", "C221"),
        ("{from: 2018-07-10, to: 2022-07-14}", "¦{from: 2018-07-10}", "C417"),
        ("status: repealed", "status: ¦in_forse", "C205"),
        ("status: repealed\nin_force: {", "status: framework\nin_force: ¦{", "C417"),
        ("id: small", "id: ¦Small_Set", "C416"),
        ("- {id: park,", "- {id: ¦42nd,", "C416"),
        ("default: operating_only", "default: ¦operating", "C235"),
        ('"42.2", title', '"42.2", ¦titel: x, title', "C201"),
        ("is: {field: status, value: operating}", "is: {field: ¦state, value: operating}", "C230"),
        ("is: {field: status, value: operating}", "is: {field: status, value: ¦open}", "C238"),
        ("value: operating}", "value: operating, ¦values: []}", "C201"),
        ("values: [operating, building]", "values: ¦[operating, closed]", "C238"),
        ("in: {field: status,", "in: {field: ¦applied,", "C401"),
        ("        Q3:\n", "        ¦Q4:\n", "C233"),
        ("    condition:\n", "    condition: ¦5\n    ¦conditions:\n", "C213 C201"),
        ("operating_only: {is: {", "operating_only: {¦iss: {", "C201"),
        ("operating_only: {is: {", "operating_only: ¦{not: {term: counted}, is: {", "C203"),
        (
            "operating_only: {is: {field: status, value: operating}}",
            "operating_only: {term: ¦counted}",
            "C406",
        ),
    ],
)
def test_a_fault_in_the_head_is_reported_in_its_place(
    tmp_path: Path, dictionary: DataDictionary, old: str, new: str, code: str
) -> None:
    text, expected = fault_in("set.yaml", SET, old, new, code)
    found = set_faults(tmp_path, dictionary, "set.yaml", text)
    assert found == expected


def test_names_declared_twice_are_reported(tmp_path: Path, dictionary: DataDictionary) -> None:
    text = broken(SET, '- {id: "42.2", title', '- {id: ¦"42.1", title')
    option = "      - {id: all_licensed, label"
    text = broken(text, option, "      - {id: ¦operating_only, label: {vi: a, en: b}}\n" + option)
    old = "waivable:"
    again = "  - {id: ¦counted, meaning: {vi: a, en: b}, condition: {all: []}}\nwaivable:"
    text, expected = fault_in("set.yaml", text, old, again, "C219 C219 C219")
    found = set_faults(tmp_path, dictionary, "set.yaml", text)
    assert set(expected) <= set(found)
    assert "C234 42-2.yaml:1:9" in found, "the clause of that file is not declared any more"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('clause: "42.1"\ncriteria:', 'clause: ¦"42.9"\ncriteria:', "C234"),
        ('clause: "42.1"\ncriteria:', '¦criterias: []\nclause: "42.1"\ncriteria:', "C201"),
        ("id: recp-applied", "id: ¦RecpApplied", "C418"),
        ("id: recp-applied", "id: ¦article-42-1", "C419"),
        ('clause: "42.1.b*"', 'clause: ¦"42.10"', "C420"),
        ("kind: requirement", "kind: ¦recommended", "C205"),
        ("actor: enterprises", "actor: ¦tenants", "C205"),
        ('en: "Applied"}', "en: Applied, ¦fr: x}", "C201"),
        ("if_empty: undetermined", "if_empty: ¦not_applicable", "C205"),
        ('sdg: ["9.4", "12"]', 'sdg: ¦["9.4", "18"]', "C422"),
        ('sdg: ["9.4", "12"]', 'sdg: ["9.4", ¦12]', "C210"),
        ('urls: ["https', 'urls: ¦["ftp', "C423"),
        ("confidence: V", "confidence: ¦sure", "C205"),
        (
            "    source:\n      document:",
            "    source:\n      ¦verified_by: A\n      document:",
            "C202",
        ),
        ("either:", "¦eithr:", "C201"),
        ("table: enterprises", "table: ¦companies", "C231"),
        ("table: enterprises", "table: ¦park", "C402"),
        ("{term: counted}", "{term: ¦count}", "C232"),
        ("where: {is: {field: applied,", "where: {is: {field: ¦signed,", "C403"),
        (
            'where: {is: {field: applied, value: "yes"}}',
            "where: {valid_on: {until: ¦stopped}}",
            "C403",
        ),
        ('where: {is: {field: applied, value: "yes"}}', "where: {valid_on: ¦{}}", "C203"),
        (
            'where: {is: {field: applied, value: "yes"}}',
            "where: {within: {field: status_since, months: 36, before: ¦today}}",
            "C205",
        ),
        (
            'where: {is: {field: applied, value: "yes"}}',
            "where: {any: ¦[]}",
            "C206",
        ),
        (
            'where: {is: {field: applied, value: "yes"}}',
            "where: {has_row: {table: ¦enterprises, where: {all: []}}}",
            "C407",
        ),
        ('value: "yes"}}', 'value: ¦"ja"}}', "C238"),
        ('value: "yes"}}', "value: ¦yes}}", "C115"),
        ("of: applying", "of: ¦applied", "C404"),
        ("of: applying", "of: ¦mechanism", "C401"),
        ("ratio: {of: applying", "ratio: ¦{of: total", "C408"),
        ("ratio: {of: applying", "ratio: {scope: ¦half, of: applying", "C205"),
        ("{at_least: 20 %}", "{at_least: 20 %, unit: ¦ha}", "C410"),
        ("{at_least: 20 %}", "¦{at_least: 20 %, at_most: 30 %}", "C203"),
        ("{at_least: 20 %}", "{at_least: ¦a fifth}", "C214"),
        ("{at_least: 20 %}", "{at_least: 20 %, rounding: ¦up}", "C205"),
        ("{at_least: 20 %}", "¦{at_least: 20, unit: enterprises}", "C414"),
        ("{at_least: 20 %}", "{at_least: 20, unit: ¦firms}", "C237"),
        ("{at_least: 20 %}", '¦{answer: "yes"}', "C414"),
        ("{at_least: 20 %}", "{at_least: 20 %, partly_from: ¦10 %, credit: 0.5}", "C412"),
        (
            "{at_least: 20 %}",
            (
                "{at_least: ¦[{from: 2018-07-10, to: 2018-12-31, value: 20 %}, "
                "{from: 2019-01-01, value: 5}]}"
            ),
            "C411",
        ),
        (
            "{at_least: 20 %}",
            "{at_least: [{from: 2018-07-10, value: 20 %}, {from: ¦2019-01-01, value: 25 %}]}",
            "C220",
        ),
        (
            "{at_least: 20 %}",
            "{at_least: [{from: 2018-07-10, to: ¦2018-01-01, value: 20 %}]}",
            "C221",
        ),
        ("{at_least: 20 %}", "{by_reading: {Q3: ¦{operating_only: {at_least: 20 %}}}}", "C405"),
        ("{at_least: 20 %}", "{by_reading: {¦Q9: {a: {at_least: 20 %}}}}", "C233"),
        (
            "{at_least: 20 %}",
            "{by_reading: {Q3: {operating_only: *, all_licensed: *, third: ¦*}}}".replace(
                "*", "{at_least: 9 %}"
            ),
            "C235",
        ),
    ],
)
def test_a_fault_in_a_card_is_reported_in_its_place(
    tmp_path: Path, dictionary: DataDictionary, old: str, new: str, code: str
) -> None:
    text, expected = fault_in("42-1.yaml", SHARE_CLAUSE, old, new, code)
    assert set_faults(tmp_path, dictionary, "42-1.yaml", text) == expected


MEASURE = '{answer: {is: {field: mechanism, value: "yes"}}}'
TARGET = '{answer: "yes"}'


@pytest.mark.parametrize(
    ("measure", "target", "code"),
    [
        ("{sum: ¦{fields: [green, operating]}}", "{at_least: 1, unit: ha}", "C408"),
        ("{sum: {fields: ¦[green, green]}}", "{at_least: 1, unit: ha}", "C219"),
        ("{sum: {fields: [green, ¦gren]}}", "{at_least: 1, unit: ha}", "C230"),
        ("{sum: {fields: [green, ¦7]}}", "{at_least: 1, unit: ha}", "C210"),
        ("{sum: ¦{fields: [green], other_parts: [roads]}}", "{at_least: 1, unit: ha}", "C202"),
        (
            "{sum: {fields: [{by_reading: {Q3: ¦{operating_only: [green]}}}]}}",
            "{at_least: 1, unit: ha}",
            "C405",
        ),
        ("{value: green}", "¦{at_least: 1, unit: links}", "C414"),
        ("{value: green}", "¦{at_least: 1}", "C202"),
        ("{value: green}", '¦{answer: ¦"no"}', "C414 C205"),
        (
            "{count: {table: links, where: {all: []}, networks: ¦[signed]}}",
            "{at_least: 1, unit: links}",
            "C401",
        ),
        (
            "{row_sum: {table: links, field: ¦total, where: {all: []}}}",
            "{at_least: 1, unit: ha}",
            "C403",
        ),
        (
            "{each_year: ¦{table: links, year: link_year, where: {all: []}, years: all}}",
            '{answer: "yes"}',
            "C202",
        ),
        (
            "{each_year: {table: links, year: ¦amount, where: {all: []}, years: last}}",
            '{answer: "yes"}',
            "C401",
        ),
        ("{answer: {holds: {measure: {value: green}, target: ¦{at_least: 5 %}}}}", TARGET, "C414"),
        ("{answer: {at_least: {field: total, value: ¦lots}}}", TARGET, "C214"),
        ("{answer: {at_most: {field: ¦housing, value: 1}}}", TARGET, "C401"),
    ],
)
def test_a_fault_in_a_measure_is_reported_in_its_place(
    tmp_path: Path, dictionary: DataDictionary, measure: str, target: str, code: str
) -> None:
    text = broken(ANSWER_CLAUSE, MEASURE, measure)
    text, expected = fault_in("42-2.yaml", text, TARGET, target, code)
    assert sorted(set_faults(tmp_path, dictionary, "42-2.yaml", text)) == sorted(expected)


@pytest.mark.parametrize(
    ("measure", "target", "code"),
    [
        (
            "{every: {table: links, among: {all: []}, where: {all: []}}}",
            "¦{at_least: 0, unit: links}",
            "C415",
        ),
        (
            "{none: {table: links, among: {all: []}, where: {all: []}}}",
            "¦{at_most: 1, unit: links}",
            "C415",
        ),
    ],
)
def test_every_and_none_allow_no_row(
    tmp_path: Path, dictionary: DataDictionary, measure: str, target: str, code: str
) -> None:
    text = broken(ANSWER_CLAUSE, MEASURE, measure)
    text = broken(text, "    evidence:", "    if_empty: met\n    evidence:")
    text, expected = fault_in("42-2.yaml", text, TARGET, target, code)
    assert set_faults(tmp_path, dictionary, "42-2.yaml", text) == expected


def test_register_and_typed_total_speak_of_one_quantity(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    text = broken(SHARE_CLAUSE, "{ratio: {of: applying, to: operating}}", "{value: applying}")
    text = broken(text, "    if_empty: undetermined\n", "")
    text, expected = fault_in("42-1.yaml", text, "register:", "¦register:", "C409")
    assert set_faults(tmp_path, dictionary, "42-1.yaml", text) == expected


def test_partial_credit_lies_between_none_and_all(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    head = broken(SET, "partial_credit: false", "partial_credit: true")
    old = "{at_least: 20 %}"
    new = "{at_least: 20 %, partly_from: ¦10, credit: ¦1.5}"
    text, expected = fault_in("42-1.yaml", SHARE_CLAUSE, old, new, "C411 C413")
    write_files(tmp_path / "small", {**FILES, "set.yaml": head, "42-1.yaml": text})
    assert places(problems_of(lambda: load_set(tmp_path / "small", dictionary))) == expected


def test_what_is_read_only_for_counted_rows_is_not_asked_of_others(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    old, new = "    evidence:", "    if_empty: ¦met\n    evidence:"
    text, expected = fault_in("42-2.yaml", ANSWER_CLAUSE, old, new, "C421")
    assert set_faults(tmp_path, dictionary, "42-2.yaml", text) == expected
    text, expected = fault_in(
        "42-1.yaml",
        broken(SHARE_CLAUSE, "    if_empty: undetermined\n", ""),
        "id: recp",
        "¦id: recp",
        "C202",
    )
    assert set_faults(tmp_path, dictionary, "42-1.yaml", text) == expected


def test_a_requirement_needs_a_target(tmp_path: Path, dictionary: DataDictionary) -> None:
    text = broken(ANSWER_CLAUSE, f"    target: {TARGET}\n", "")
    assert set_faults(tmp_path, dictionary, "42-2.yaml", text) == ["C202 42-2.yaml:3:5"]


def test_a_criterion_or_a_clause_twice_is_a_problem(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    text, expected = fault_in(
        "42-3.yaml", ANSWER_CLAUSE, 'clause: "42.2"\n', 'clause: ¦"42.2"\n', "C219"
    )
    found = set_faults(tmp_path, dictionary, "42-3.yaml", text)
    assert found == [*expected, "C219 42-3.yaml:3:9"]


def test_terms_that_double_at_every_step_are_cut_off(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    """The bomb of aliases could be built of terms as well."""
    meaning = "meaning: {vi: a, en: b}"
    bomb = "".join(
        f"  - {{id: t{n}, {meaning}, condition: {{all: [{{term: {term}}}, {{term: {term}}}]}}}}\n"
        for n, term in ((n, f"t{n - 1}") for n in range(1, 30))
    )
    first = f'  - {{id: t0, {meaning}, condition: {{is: {{field: mechanism, value: "yes"}}}}}}\n'
    head = broken(SET, "waivable:", f"{first}{bomb}waivable:")
    text = broken(ANSWER_CLAUSE, '{is: {field: mechanism, value: "yes"}}', "{term: t29}")
    write_files(tmp_path / "small", {**FILES, "set.yaml": head, "42-2.yaml": text})
    found = places(problems_of(lambda: load_set(tmp_path / "small", dictionary)))
    assert {fault.split()[0] for fault in found} == {"C426"}


def test_a_folder_that_is_no_set_is_a_problem(tmp_path: Path, dictionary: DataDictionary) -> None:
    assert places(problems_of(lambda: load_set(tmp_path, dictionary))) == ["C424 set.yaml"]
    assert places(problems_of(lambda: load_set(tmp_path / "no", dictionary))) == ["C424 set.yaml"]


def test_a_file_that_would_be_overlooked_is_a_problem(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    assert set_faults(tmp_path, dictionary, "42-3.yml", ANSWER_CLAUSE) == ["C425 42-3.yml"]


def test_faults_of_all_files_come_in_one_pass_in_order(
    tmp_path: Path, dictionary: DataDictionary
) -> None:
    head, first = fault_in("set.yaml", SET, "verified: false", "verified: ¦no", "C115")
    share, second = fault_in("42-1.yaml", SHARE_CLAUSE, "{term: counted}", "{term: ¦x}", "C232")
    share = broken(share, "actor: enterprises", "actor: tenants")
    answer, third = fault_in("42-2.yaml", ANSWER_CLAUSE, 'clause: "2"', "clause: ¦2", "C210")
    files = {"set.yaml": head, "42-1.yaml": share, "42-2.yaml": answer, "42-3.yaml": "a: [\n"}
    write_files(tmp_path / "small", files)
    found = places(problems_of(lambda: load_set(tmp_path / "small", dictionary)))
    expected = ["C205 42-1.yaml:6:12", *second, *third, "C103 42-3.yaml:2:1", *first]
    assert found == expected
