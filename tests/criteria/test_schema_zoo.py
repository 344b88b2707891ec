"""Schema and loader agree on every single fault of structure that can be made in good files.

Each key is dropped, each mapping gets an unknown key, and each value is replaced by values of
other types and by a word that means nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from criteria_files import (
    ANSWER_CLAUSE,
    DICTIONARY,
    FILES,
    SET,
    broken,
    load_small_dictionary,
    write_files,
)
from msgspec.structs import replace
from schema_agreement import disagreement, kind_of

from eipcheck.criteria.cases import read_cases
from eipcheck.criteria.dictionary import extended_dictionary, load_dictionary
from eipcheck.criteria.document import read_document
from eipcheck.criteria.equivalent import read_equivalents
from eipcheck.criteria.load import load_set, read_set
from eipcheck.criteria.mapping import load_mapping
from eipcheck.criteria.problems import Problems
from eipcheck.criteria.run_options import load_run_options
from eipcheck.criteria.waivers import load_waivers
from eipcheck.model.problem import CriteriaError, Problem
from eipcheck.model.text import LANGUAGES

HEAD = broken(
    SET,
    "readings:\n",
    """\
  - id: each
    title: {vi: "Từng DN", en: "Each"}
    per: enterprises
    possible_when: {is: {field: mechanism, value: "yes"}}
parameters:
  - {id: window, meaning: {vi: a, en: b}, value: 36, reference: "37.1", confidence: V}
verified_until: 2026-11-22
supersedes: vn-old
changes:
  - topic: {vi: a, en: b}
    before: {vi: a, en: b}
    after: {vi: a, en: b}
    effect: dropped
    old: [x]
    new: []
    confidence: P
readings:
""",
)
FULL_CARD = broken(
    broken(
        ANSWER_CLAUSE,
        "    evidence:",
        """\
    applies_when: {valid_on: {from: opened}}
    otherwise: {by_reading: {Q3: {operating_only: not_met, all_licensed: needs_review}}}
    review_when: {is: {field: housing, value: planned}}
    benchmark: {answer: "yes"}
    beside: [total, opened]
    question: park
    sdg: ["9.4"]
    from: 2019-01-01
    to: 2020-01-01
    evidence:""",
    ),
    "urls: [], confidence: M-high}",
    'urls: ["https://example.org/a"], confidence: M-high, note: {vi: a, en: b}, '
    "verified_by: A, verified_on: 2026-01-01}",
)
ADDITION = """\
parties:
  - {id: auditors, label: {vi: "Kiểm toán", en: "Auditors"}}
units:
  - {id: trees, label: {vi: "cây", en: "trees"}, aliases: ["cay xanh"], incomplete: ["c"],
     per: ["năm"], converted: [{names: ["nghìn cây"], times: 1000}]}
sheets:
  - id: park
    fields:
      - {id: trees, label: {vi: "Cây", en: "Trees"}, type: integer, unit: trees, asked_of: board}
  - id: audits
    label: {vi: "Kiểm toán", en: "Audits"}
    layout: list
    note: {vi: a, en: b}
    aliases: ["audit"]
    key: auditor
    covers: audited
    declarations:
      - {id: audits_complete, label: {vi: "Đủ", en: "All"}, scope: {audit_kind: water},
         asked_of: board, found_in: {vi: a, en: b}}
    fields:
      - {id: auditor, label: {vi: "Đơn vị", en: "Auditor"}, type: text, asked_of: board}
      - {id: audited, label: {vi: "Ngày", en: "Audited"}, type: date, asked_of: board,
         blank_means: not_yet, confidential: true, found_in: {vi: a, en: b}, note: {vi: a, en: b}}
      - id: audit_kind
        label: {vi: "Loại", en: "Kind"}
        type: choice
        choices:
          - {id: water, label: {vi: "Nước", en: "Water"}, aliases: ["nuoc"]}
        better: [water]
        asked_of: board
"""
CASES = """\
criterion: recp-applied
cases:
  - name: "Three of three apply"
    as_of: 2020-11-20
    registration: 2020-10-01
    readings: {Q3: all_licensed}
    at: bound
    given:
      facts:
        operating: 115
        total: {value: 100.50, year: 2019, quality: estimated, documents: [D1], source: "B",
                as_of: 2019-12-31, scope: whole, note: "n"}
        green: [{value: 1, scope: operating_phase}, 2]
        mechanism: "yes"
      complete:
        - enterprises_complete
        - {id: links_water, from: 2015-01-01, to: 2020-11-20, documents: [D1], declared_by: "BQL"}
      incomplete: [links_energy]
      rows:
        enterprises:
          - {times: 2, status: operating, applied: "yes", applied_documents: [D1]}
      documents:
        D1: {state: have, kind: record, number: "1", issuer: "A", date: 2019-01-01,
             valid_until: 2021-01-01, file: "a.pdf"}
      judgements:
        - {criterion: recp-applied, result: not_met, by: "UBND", date: 2020-01-01, documents: [D1]}
    expect:
      verdict: met
      evidenced: undetermined
      low: 20/115
      high: 30 %
      flags: [marginal, estimated]
      at_least_more: 2
      at_most_more: none
      enterprises: {"Công ty A": met}
      enterprises_evidenced: {"Công ty A": met}
  - name: "Nothing is known"
    criterion: mechanism-runs
    as_of: 2020-11-20
    given: {}
    expect: {verdict: undetermined}
"""
MAPPING = """\
id: board-list
title: {vi: "Danh sách", en: "The board's list"}
source: {document: "BQL", confidence: V, note: {vi: "đã xem", en: "seen"}}
sheets:
  - sheet: enterprises
    names: ["DS 2024"]
    recognised_by: ["Tên cơ sở"]
    columns:
      - {field: enterprise_name, headings: ["Tên cơ sở"]}
      - {field: status, headings: ["Hoạt động"], values: {"Đang SX": operating}}
    ignored: ["STT"]
  - sheet: links
    recognised_by: ["Số"]
    columns:
      - {field: amount, headings: ["Số"], unit: ha}
"""
WAIVERS = """\
- criterion: recp-applied
  reason: "Giai đoạn chuyển tiếp"
  approved_by: "UBND tỉnh"
  granted: 2020-01-01
  expires: 2021-12-31
  document: "12/QĐ-UBND"
"""
EQUIVALENT = """\
equivalent:
  - {mutants: [a, b], reason: "Không khác"}
"""
ROWS = "table: links, where: {all: []}"
AMONG = f"{{{ROWS}, among: {{all: []}}}}"
CONDITIONS = (
    '{is: {field: mechanism, value: "yes"}}',
    "{in: {field: housing, values: [in_use]}}",
    "{at_least: {field: operating, value: 10}}",
    "{at_most: {field: total, value: 2.50}}",
    "{valid_on: {from: opened, until: opened}}",
    "{within: {field: opened, months: 36, before: registration}}",
    "{within: {field: opened, months: {parameter: window}, before: assessment}}",
    "{has_row: {table: links, where: {is: {field: link_type, value: water}}}}",
    "{holds: {measure: {value: total}, target: {at_least: 5, unit: ha}}}",
    "{all: [{all: []}]}",
    "{any: [{all: []}]}",
    "{either: [{all: []}]}",
    "{not: {all: []}}",
    "{term: parkwide}",
    "{by_reading: {Q3: {operating_only: {all: []}, all_licensed: {all: []}}}}",
)
MEASURES = (
    ("{value: total}", "{at_least: 1, unit: ha}"),
    ("{value: total}", "{less_than: {field: green}}"),
    ("{sum: {fields: [green], part_of: total, other_parts: [roads]}}", "{more_than: 1, unit: ha}"),
    (
        "{sum: {fields: [green, {by_reading: {Q3: {operating_only: [roads], all_licensed: []}}}]}}",
        "{at_least: 1, unit: ha}",
    ),
    (
        (
            "{ratio: {of: {sum: {fields: [green]}}, to: total, years_may_differ: true, "
            "scope: declared_part}}"
        ),
        "{at_least: 25 %, partly_from: 10 %, credit: 0.5, rounding: nearest}",
    ),
    (
        (
            "{ratio: {of: green, to: total, scope: {by_reading: {Q3: {operating_only: whole, "
            "all_licensed: assessed}}}}}"
        ),
        (
            "{at_least: [{from: 2020-01-01, value: 25 %, reference: a, verified_until: 2021-01-01},"
            "{from: 2018-07-10, to: 2019-12-31, value: 20 %}]}"
        ),
    ),
    (f"{{share: {AMONG}}}", "{at_least: 20 %}"),
    (f"{{every: {AMONG}}}", "{at_most: 0, unit: links}"),
    (f"{{none: {AMONG}}}", "{at_most: 0, unit: links}"),
    (f"{{count: {{{ROWS}, networks: [provider]}}}}", "{exactly: 1, unit: links}"),
    (f"{{row_sum: {{{ROWS}, field: amount}}}}", "{at_most: 3, unit: ha}"),
    (
        f"{{each_year: {{{ROWS}, year: link_year, years: all, since: opened, grace_months: 6}}}}",
        '{answer: "yes"}',
    ),
    ("{average: {field: total, years: 5}}", "{at_least: 3, unit: ha}"),
    (
        (
            f"{{either: {{register: {{count: {{{ROWS}}}}}, typed: {{value: links_total}}, "
            "typed_when: {Q3: operating_only}}}"
        ),
        "{at_least: 1, unit: links}",
    ),
    (
        "{by_reading: {Q3: {operating_only: {value: green}, all_licensed: {value: roads}}}}",
        (
            "{by_reading: {Q3: {operating_only: {at_least: 1, unit: ha}, "
            "all_licensed: {at_least: 2, unit: ha}}}}"
        ),
    ),
)
WRONG: tuple[Any, ...] = (
    Decimal("7.5"),
    Decimal(-1),
    True,
    None,
    " ",
    "Zyx w",
    [],
    {},
    [Decimal(7)],
)
TERM = """\
  - id: parkwide
    meaning: {vi: a, en: b}
    condition: {all: []}
waivable:"""


def flow(data: Any) -> str:
    """Write data as YAML in one line."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{flow(key)}: {flow(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(flow(value) for value in data) + "]"
    if isinstance(data, Decimal | date):
        return str(data)
    return json.dumps(data, ensure_ascii=False)


def holders(data: Any) -> Iterator[Any]:
    """Give every mapping and list in the data."""
    if isinstance(data, dict | list):
        yield data
        for value in data.values() if isinstance(data, dict) else data:
            yield from holders(value)


def faults(data: Any, within: tuple[str | int, ...] = ()) -> Iterator[str]:
    """Write the data once for each fault made below a place in it."""
    part = data
    for step in within:
        part = part[step]
    words = [h for h in holders(part) if isinstance(h, dict) and set(h) == set(LANGUAGES)]
    for holder in list(holders(part)):
        if any(holder is other for other in words[1:]):  # all words are read alike
            continue
        if isinstance(holder, dict):
            kept = dict(holder)
            holder["zyx"] = Decimal(1)
            yield flow(data)
            for key in kept:
                _become(holder, {k: v for k, v in kept.items() if k != key})
                yield flow(data)
            _become(holder, kept)
        for key in list(holder) if isinstance(holder, dict) else range(len(holder)):
            value = holder[key]
            for wrong in WRONG:
                holder[key] = deepcopy(wrong)
                yield flow(data)
            holder[key] = value


def _become(holder: dict[str, Any], content: dict[str, Any]) -> None:
    holder.clear()
    holder.update(content)


class Zoo:
    """A small set on disk, of which one file after the other is spoilt."""

    def __init__(self, folder: Path) -> None:
        head = broken(
            broken(HEAD, "waivable:", TERM), "partial_credit: false", "partial_credit: true"
        )
        files = {**FILES, "set.yaml": head, "42-2.yaml": FULL_CARD}
        self.folder = folder / "small"
        write_files(self.folder, files)
        self.dictionary = load_small_dictionary(folder)
        self.set = load_set(self.folder, self.dictionary)

    def path(self, name: str) -> Path:
        """Give the path of a file by its name within the set."""
        return self.folder / name

    def problems(self, path: Path) -> tuple[Problem, ...]:
        """Give what the loader has against one file."""
        problems = Problems()
        try:
            match kind_of(path):
                case "fields":
                    load_dictionary(path)
                case "added-fields":
                    extended_dictionary(self.dictionary, self.folder, problems)
                case "mapping":
                    load_mapping(path, self.dictionary)
                case "waivers":
                    load_waivers(path, replace(self.set, waivable=True))
                case "options":
                    load_run_options(path)
                case "equivalent":
                    read_equivalents(self.folder, problems)
                case "cases":
                    read_cases(self.folder, self.set, self.dictionary, problems)
                case _:
                    read_set(self.folder, self.dictionary, problems)
        except CriteriaError as error:
            return error.problems
        return tuple(p for p in problems.sorted() if getattr(p.place, "file", "") == str(path))

    def disagreements(
        self, path: Path, text: str, within: tuple[str | int, ...] = ()
    ) -> tuple[int, list[str]]:
        """Spoil a good file in every way; give how often, and in what schema and loader differ."""
        write_files(path.parent, {path.name: text})
        assert self.problems(path) == ()
        document = read_document(path, Problems())
        assert document is not None
        assert disagreement(kind_of(path), path, ()) is None
        found, count = [], 0
        for spoilt in faults(document.data, within):
            path.write_text(spoilt, encoding="utf-8")
            count += 1
            if differs := disagreement(kind_of(path), path, self.problems(path)):
                found.append(f"{differs}\n    {spoilt[:300]}")
        path.write_text(text, encoding="utf-8")
        return count, found


OPTIONS = """\
criteria: [vn-35-2022, vn-82-2018]
as_of: 2020-11-20
lang: both
readings: {Q9: built_whole}
mappings: [own.yaml]
limits: {cells: 5000000}
templates: [own.html.j2]
audience: public
fail_on: [not-met]
convert_legacy: true
allow_unverified: false
"""


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Zoo:
    return Zoo(tmp_path_factory.mktemp("zoo"))


_SHEETS = DICTIONARY.index("  - id: park\n    label")
SHORT_DICTIONARY = (
    DICTIONARY[:_SHEETS] + DICTIONARY[DICTIONARY.index("  - id: enterprises\n    label") :]
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("set.yaml", broken(HEAD, "waivable:", TERM)),
        ("42-2.yaml", FULL_CARD),
        ("fields.yaml", ADDITION),
        ("../fields.yaml", SHORT_DICTIONARY),
        ("tests/a.yaml", CASES),
        ("../mappings/own.yaml", MAPPING),
        ("waivers.yaml", WAIVERS),
        ("options.yaml", OPTIONS),
        ("mutants/equivalent.yaml", EQUIVALENT),
    ],
)
def test_schema_and_loader_agree_on_a_whole_file(tmp_path: Path, name: str, text: str) -> None:
    zoo = Zoo(tmp_path)
    count, found = zoo.disagreements((zoo.folder / name).resolve(), text)
    assert count > 20
    assert found == []


@pytest.mark.parametrize("condition", CONDITIONS)
def test_schema_and_loader_agree_on_conditions(zoo: Zoo, condition: str) -> None:
    old = '{answer: {is: {field: mechanism, value: "yes"}}}'
    text = broken(FULL_CARD, old, f"{{answer: {condition}}}")
    place = ("criteria", 0, "measure", "answer")
    assert zoo.disagreements(zoo.path("42-2.yaml"), text, place)[1] == []


@pytest.mark.parametrize(("measure", "target"), MEASURES)
def test_schema_and_loader_agree_on_measures_and_targets(
    zoo: Zoo, measure: str, target: str
) -> None:
    old = 'measure: {answer: {is: {field: mechanism, value: "yes"}}}\n    target: {answer: "yes"}'
    empty = any(kind in measure for kind in ("share", "every", "none"))
    more = "\n    if_empty: met" if empty else ""
    text = broken(ANSWER_CLAUSE, old, f"measure: {measure}\n    target: {target}{more}")
    for key in ("measure", "target"):
        place = ("criteria", 0, key)
        assert zoo.disagreements(zoo.path("42-2.yaml"), text, place)[1] == []
