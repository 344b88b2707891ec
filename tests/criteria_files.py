"""Small dictionary and criteria files as text, which tests break in one place at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

import pytest
from schema_agreement import check_agreement

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.place import Line
from eipcheck.model.problem import CriteriaError, Problem
from eipcheck.model.text import LANGUAGES
from eipcheck.reporting.say import problem_words

DICTIONARY = """\
version: "1"
parties:
  - {id: developer, label: {vi: "Nhà đầu tư", en: "Developer"}}
  - {id: board, label: {vi: "Ban quản lý", en: "Board"}}
units:
  - {id: ha, label: {vi: "ha", en: "ha"}}
  - {id: enterprises, label: {vi: "doanh nghiệp", en: "enterprises"}}
  - {id: links, label: {vi: "liên kết", en: "links"}}
words:
  "yes": ["có", "x"]
  "no": ["không"]
  zero: ["0", "không phát sinh"]
  missing: ["chưa rõ", "-"]
sheets:
  - id: park
    label: {vi: "KCN", en: "Park"}
    layout: facts
    fields:
      - {id: park_name, label: {vi: "Tên", en: "Name"}, type: text, asked_of: developer}
      - {id: registration_date, label: {vi: "Ngày nộp", en: "Filed"}, type: date, asked_of: board}
      - {id: opened, label: {vi: "Ngày mở", en: "Opened"}, type: date, asked_of: board}
      - {id: total, label: {vi: "Tổng", en: "Total"}, type: number, unit: ha, asked_of: board}
      - {id: green, label: {vi: "Xanh", en: "Green"}, type: number, unit: ha, asked_of: board}
      - {id: roads, label: {vi: "Đường", en: "Roads"}, type: number, unit: ha, asked_of: board}
      - id: operating
        label: {vi: "Số đang hoạt động", en: "Number operating"}
        type: integer
        unit: enterprises
        plausible: {from: 0, to: 2000}
        asked_of: board
      - id: applying
        label: {vi: "Số áp dụng", en: "Number applying"}
        type: integer
        unit: enterprises
        better: [higher]
        asked_of: board
      - id: links_total
        label: {vi: "Số liên kết", en: "Number of links"}
        type: integer
        unit: links
        asked_of: board
      - id: mechanism
        label: {vi: "Cơ chế", en: "Mechanism"}
        type: yes_no
        better: ["yes"]
        needs_document: in_favour
        asked_of: developer
      - id: housing
        label: {vi: "Nhà ở", en: "Housing"}
        type: choice
        choices:
          - {id: in_use, label: {vi: "Đang dùng", en: "In use"}}
          - {id: planned, label: {vi: "Kế hoạch", en: "Planned"}, aliases: ["dự kiến"]}
          - {id: none, label: {vi: "Chưa có", en: "None"}}
        better: [in_use, planned]
        asked_of: developer
  - id: enterprises
    label: {vi: "Doanh nghiệp", en: "Enterprises"}
    layout: list
    key: tax_code
    declarations:
      - {id: enterprises_complete, label: {vi: "Đủ", en: "Complete"}, asked_of: board}
    fields:
      - {id: tax_code, label: {vi: "Mã số thuế", en: "Tax code"}, type: text, asked_of: board}
      - {id: enterprise_name, label: {vi: "Tên DN", en: "Name of it"}, type: text, asked_of: board}
      - id: status
        label: {vi: "Tình trạng", en: "Status"}
        type: choice
        choices:
          - {id: operating, label: {vi: "Hoạt động", en: "Operating"}}
          - {id: building, label: {vi: "Xây dựng", en: "Building"}}
        since: status_since
        asked_of: board
      - {id: status_since, label: {vi: "Từ ngày", en: "Since"}, type: date, asked_of: board}
      - id: applied
        label: {vi: "Có áp dụng", en: "Applies"}
        type: yes_no
        better: ["yes"]
        needs_document: in_favour
        evidence: applied_documents
        asked_of: board
      - {id: applied_documents, label: {vi: "Hồ sơ", en: "Docs"}, type: documents, asked_of: board}
  - id: links
    label: {vi: "Liên kết", en: "Links"}
    layout: list
    covers: signed
    declarations:
      - id: links_water
        label: {vi: "Đủ về nước", en: "Complete for water"}
        scope: {link_type: water}
        asked_of: board
      - id: links_energy
        label: {vi: "Đủ về năng lượng", en: "Complete for energy"}
        scope: {link_type: energy}
        asked_of: board
    fields:
      - {id: provider, label: {vi: "Bên giao", en: "Provider"}, type: enterprise, asked_of: board}
      - id: link_type
        label: {vi: "Loại", en: "Type"}
        type: choice
        choices:
          - {id: water, label: {vi: "Nước", en: "Water"}}
          - {id: energy, label: {vi: "Năng lượng", en: "Energy"}}
        asked_of: board
      - {id: signed, label: {vi: "Ngày ký", en: "Signed"}, type: date, asked_of: board}
      - id: stopped
        label: {vi: "Ngày dừng", en: "Stopped"}
        type: date
        blank_means: not_yet
        not_before: signed
        asked_of: board
      - {id: amount, label: {vi: "Lượng", en: "Amount"}, type: number, unit: ha, asked_of: board}
      - {id: link_year, label: {vi: "Năm", en: "Year"}, type: year, asked_of: board}
"""

SET = """\
id: small
version: "1.0"
title: {vi: "Bộ nhỏ", en: "Small set"}
document: {vi: "Nghị định", en: "Decree"}
article: "42"
status: repealed
in_force: {from: 2018-07-10, to: 2022-07-14}
superseded_by: {vi: "Nghị định sau", en: "The next decree"}
verification: {vi: "Chưa đối chiếu", en: "Not compared"}
verified: false
questions:
  - {id: park, title: {vi: "Chứng nhận", en: "Certificate"}}
readings:
  - id: Q3
    question: {vi: "Tính ai?", en: "Who counts?"}
    default: operating_only
    options:
      - {id: operating_only, label: {vi: "Đang hoạt động", en: "Operating"}}
      - {id: all_licensed, label: {vi: "Tất cả", en: "All"}}
clauses:
  - {id: "42.1", title: {vi: "Khoản 1", en: "Clause 1"}}
  - {id: "42.2", title: {vi: "Khoản 2", en: "Clause 2"}}
terms:
  - id: counted
    meaning: {vi: "Doanh nghiệp được tính", en: "Enterprise that counts"}
    condition:
      by_reading:
        Q3:
          operating_only: {is: {field: status, value: operating}}
          all_licensed: {in: {field: status, values: [operating, building]}}
waivable: false
partial_credit: false
needs_allow_unverified: false
old_after_years: 3
"""

SHARE_CLAUSE = """\
clause: "42.1"
criteria:
  - id: recp-applied
    clause: "42.1.b*"
    kind: requirement
    actor: enterprises
    title: {vi: "Áp dụng", en: "Applied"}
    requirement: {vi: "Ít nhất 20 %", en: "At least 20 %"}
    computed: {vi: "Số có chia tổng số", en: "Those that do, over all"}
    measure:
      either:
        register:
          share:
            table: enterprises
            among: {term: counted}
            where: {is: {field: applied, value: "yes"}}
        typed: {ratio: {of: applying, to: operating}}
    target: {at_least: 20 %}
    if_empty: undetermined
    evidence: {vi: "Hồ sơ", en: "Papers"}
    remedy: {vi: "Làm thêm", en: "Do more"}
    sdg: ["9.4", "12"]
    source:
      document: "82/2018/NĐ-CP"
      article: "42"
      clause: "3.b"
      urls: ["https://example.org/a"]
      confidence: V
"""

ANSWER_CLAUSE = """\
clause: "42.2"
criteria:
  - id: mechanism-runs
    clause: "42.2"
    kind: requirement
    actor: developer
    title: {vi: "Cơ chế", en: "Mechanism"}
    requirement: {vi: "Có cơ chế", en: "There is one"}
    computed: {vi: "Câu trả lời", en: "The answer"}
    measure: {answer: {is: {field: mechanism, value: "yes"}}}
    target: {answer: "yes"}
    evidence: {vi: "Hồ sơ", en: "Papers"}
    remedy: {vi: "Lập cơ chế", en: "Set one up"}
    source: {document: D, article: "42", clause: "2", urls: [], confidence: M-high}
"""

FILES: Mapping[str, str] = {
    "set.yaml": SET,
    "42-1.yaml": SHARE_CLAUSE,
    "42-2.yaml": ANSWER_CLAUSE,
}


def catalogue(language: str) -> Mapping[str, str]:
    """Give the words of problems in criteria files."""
    module = import_module(f"eipcheck.reporting.messages.{language}.criteria")
    words: Mapping[str, str] = module.MESSAGES
    return words


def broken(text: str, old: str, new: str) -> str:
    """Replace the first ``old``, which must be there, so that a test cannot rot in silence."""
    assert old in text, f"{old!r} is not in the file"
    return text.replace(old, new, 1)


def fault_in(name: str, text: str, old: str, new: str, code: str) -> tuple[str, list[str]]:
    """Break ``text`` of the file ``name``; ``¦`` in ``new`` marks where each problem must stand.

    Returns:
        The broken text, and ``code name:line:column`` of every mark (codes parted by spaces).
    """
    text = broken(text, old, new)
    expected = []
    for each in code.split():
        before, mark, after = text.partition("¦")
        assert mark, "no place is marked"
        column = len(before) - before.rfind("\n")
        expected.append(f"{each} {name}:{before.count(chr(10)) + 1}:{column}")
        text = before + after
    return text, expected


def write_files(folder: Path, files: Mapping[str, str]) -> Path:
    """Write ``files`` by relative name."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def load_small_dictionary(folder: Path, text: str = DICTIONARY) -> DataDictionary:
    """Write the small dictionary, or what became of it, beside the sets of a folder; load it."""
    return load_dictionary(write_files(folder, {"fields.yaml": text}) / "fields.yaml")


def problems_of(call: Callable[[], object]) -> tuple[Problem, ...]:
    """Give the problems with which ``call`` refuses its files."""
    with pytest.raises(CriteriaError) as caught:
        call()
    return caught.value.problems


def places(problems: tuple[Problem, ...]) -> list[str]:
    """Give ``code name:line:column`` of each problem, without the folder.

    Every problem is also put into words, so that no test passes with words that lack a fact;
    and the JSON Schema must refuse every file that the loader refuses for its structure.
    """
    check_agreement(problems)
    found = []
    for problem in problems:
        for language in LANGUAGES:
            assert all(problem_words(problem, language))
        place = problem.place
        name = Path(str(getattr(place, "file", place))).name
        where = f"{name}:{place.line}:{place.column}" if isinstance(place, Line) else name
        found.append(f"{problem.code} {where}")
    return found
