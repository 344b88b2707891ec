"""A criteria set that adds to the dictionary: lines, columns, a list, and a facts sheet."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from criteria_files import write_files
from workbook_helper import the_dictionary

from eipcheck.criteria.dictionary import extend_dictionary
from eipcheck.model.dictionary import DataDictionary

FIELDS = """\
sheets:
  - id: park
    fields:
      - id: canteens
        label: {vi: "Số nhà ăn", en: "Canteens"}
        type: integer
        unit: enterprises
        asked_of: developer
      - id: canteen_state
        label: {vi: "Tình trạng nhà ăn", en: "State of the canteens"}
        type: choice
        choices:
          - {id: open, label: {vi: "Mở", en: "Open"}}
          - {id: closed, label: {vi: "Đóng", en: "Closed"}}
        blank_means: open
        asked_of: developer
  - id: enterprises
    fields:
      - {id: quiet, label: {vi: "Đạt chuẩn tiếng ồn", en: "Quiet"}, type: yes_no, asked_of: board}
      - id: shift
        label: {vi: "Ca làm việc", en: "Shift"}
        type: choice
        choices:
          - {id: day, label: {vi: "Ban ngày", en: "By day"}}
          - {id: night, label: {vi: "Ban đêm", en: "By night"}}
        blank_means: day
        asked_of: board
  - id: trainings
    label: {vi: "Đào tạo", en: "Trainings"}
    layout: list
    declarations:
      - {id: trainings_complete, label: {vi: "Đủ lớp", en: "All trainings"}, asked_of: board}
    fields:
      - {id: training_topic, label: {vi: "Chủ đề", en: "Topic"}, type: text, asked_of: board}
      - id: training_enterprise
        label: {vi: "Doanh nghiệp dự", en: "Who took part"}
        type: enterprise
        asked_of: board
      - {id: training_on, label: {vi: "Ngày dạy", en: "Held on"}, type: date, asked_of: board}
      - {id: training_note, label: {vi: "Ghi chú", en: "Note"}, type: text, asked_of: board}
      - {id: training_room, label: {vi: "Phòng", en: "Room"}, type: text, asked_of: board}
  - id: noise
    label: {vi: "Tiếng ồn", en: "Noise"}
    layout: facts
    fields:
      - {id: noise_night, label: {vi: "Ồn đêm", en: "At night"}, type: number, asked_of: board}
      - {id: noise_day, label: {vi: "Ồn ngày", en: "By day"}, type: number, asked_of: board}
"""

SET = """\
id: extra
version: "1.0"
title: {vi: "Bộ thêm", en: "Extra set"}
document: {vi: "Khung", en: "A framework"}
article: "1"
status: framework
verification: {vi: "Chưa đối chiếu", en: "Not compared"}
verified: false
questions: []
readings:
  - id: X1
    question: {vi: "Ca nào?", en: "Which shift?"}
    default: all
    options:
      - {id: all, label: {vi: "Mọi ca", en: "All"}}
      - {id: night, label: {vi: "Ca đêm", en: "Night"}}
clauses:
  - {id: "1", title: {vi: "Mục 1", en: "Part 1"}}
waivable: false
partial_credit: false
needs_allow_unverified: true
old_after_years: 3
"""

_CARD = """\
  - id: {id}
    clause: "1"
    kind: advisory
    actor: park
    title: {{vi: "Tên {id}", en: "Title {id}"}}
    requirement: {{vi: "Nội dung", en: "What is asked"}}
    computed: {{vi: "Cách tính", en: "How"}}
{body}
    evidence: {{vi: "Hồ sơ", en: "Papers"}}
    remedy: {{vi: "Làm thêm", en: "Do more"}}
    source: {{document: D, article: "1", clause: "1", urls: [], confidence: I}}
"""


def card(name: str, body: str) -> str:
    """Make a criterion of its own lines."""
    return _CARD.format(id=name, body="\n".join(f"    {line}" for line in body.splitlines()))


CLAUSE = 'clause: "1"\ncriteria:\n' + "".join(
    (
        card(
            "canteens",
            "applies_when: {is: {field: canteen_state, value: open}}\n"
            "measure: {value: canteens}\ntarget: {at_least: 2, unit: enterprises}",
        ),
        card("noise", "measure: {value: noise_night}\nbeside: [noise_day]"),
        card(
            "quiet-firms",
            "measure:\n  by_reading:\n    X1:\n"
            "      all:\n        count:\n          table: enterprises\n"
            "          where: {is: {field: quiet, value: 'yes'}}\n"
            "      night:\n        count:\n          table: enterprises\n"
            "          where: {is: {field: shift, value: night}}\n"
            "target: {at_least: 1, unit: enterprises}",
        ),
        card(
            "trained",
            "measure: {count: {table: trainings, where: {valid_on: {from: training_on}}}}\n"
            "target: {at_least: 1, unit: enterprises}",
        ),
    )
)

FILES = {"set.yaml": SET, "1.yaml": CLAUSE, "fields.yaml": FIELDS}


def write_extra(folder: Path) -> Path:
    """Write the set below a folder; gives its own folder."""
    return write_files(folder / "extra", FILES)


@cache
def extended(folder: Path) -> DataDictionary:
    """Give the shipped dictionary with what the set in this folder adds."""
    return extend_dictionary(the_dictionary(), folder)
