"""What one set changed of another: by its rules, and by what its author tells."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from check_sets import found
from criteria_files import FILES, SET, broken, fault_in, load_small_dictionary, write_files

from eipcheck.criteria.differences import compare_sets
from eipcheck.criteria.load import load_set
from eipcheck.model.criterion import CriteriaSet, Effect
from eipcheck.model.difference import Comparison, Facet, Lineage, Shift, Side
from eipcheck.pipeline.sets import shipped_dictionary, shipped_sets

DAY = date(2020, 6, 30)

MEASURE = (
    "{share: {table: enterprises, among: {term: counted}, "
    'where: {is: {field: applied, value: "yes"}}}}'
)

CARD = f"""\
clause: "42.1"
criteria:
  - id: share
    clause: "42.1.a"
    kind: requirement
    actor: enterprises
    title: {{vi: "Tên", en: "Title"}}
    requirement: {{vi: "Yêu cầu", en: "Required"}}
    computed: {{vi: "Cách tính", en: "Computed"}}
    measure: {MEASURE}
    target: {{at_least: 20 %}}
    if_empty: undetermined
    evidence: {{vi: "Hồ sơ", en: "Papers"}}
    remedy: {{vi: "Làm thêm", en: "Do more"}}
    source: {{document: D, article: "42", clause: "1", urls: [], confidence: M-high}}
"""


def a_set(folder: Path, card: str = CARD, top: str = SET) -> CriteriaSet:
    """Load a set of one card and the card with the mechanism."""
    return load_set(put(folder / "small", card, top), load_small_dictionary(folder))


def put(folder: Path, card: str, top: str) -> Path:
    """Write a set of one card and the card with the mechanism."""
    return write_files(folder, {**FILES, "set.yaml": top, "42-1.yaml": card})


def differ(tmp_path: Path, old: str, new: str, top: str = SET, newer: str = SET) -> Comparison:
    """Compare two sets of one card each on one day."""
    before = a_set(tmp_path / "old", old, top)
    after = a_set(tmp_path / "new", new, newer)
    return compare_sets(Side(before, DAY), Side(after, DAY))


def with_measure(measure: str, target: str = "{at_least: 20 %}") -> str:
    """Give the card with another measure and target."""
    card = broken(broken(CARD, MEASURE, measure), "{at_least: 20 %}", target)
    return broken(card, "    if_empty: undetermined\n", "")


def counting(where: str, target: str = "{at_most: 3, unit: links}", more: str = "") -> str:
    """Give a card that counts rows of the links."""
    return with_measure(f"{{count: {{table: links, where: {where}{more}}}}}", target)


WATER = "{is: {field: link_type, value: water}}"
EITHER = "{in: {field: link_type, values: [water, energy]}}"
SIGNED = "{valid_on: {from: signed}}"
BOTH = f"{{all: [{WATER}, {SIGNED}]}}"


def lasting(months: int) -> str:
    """Give the condition that a date lies in a window."""
    return f"{{within: {{field: signed, months: {months}, before: assessment}}}}"


def of_each(kind: str, where: str) -> str:
    """Give a card on every enterprise with papers."""
    card = with_measure(
        f"{{{kind}: {{table: enterprises, among: {{valid_on: {{from: status_since}}}}, "
        f"where: {where}}}}}",
        "{at_most: 0, unit: enterprises}",
    )
    return broken(card, "    evidence:", "    if_empty: undetermined\n    evidence:")


def answering(condition: str) -> str:
    return with_measure(f"{{answer: {condition}}}", '{answer: "yes"}')


def figures(names: str) -> str:
    return with_measure(f"{{sum: {{fields: [{names}]}}}}", "{at_least: 5, unit: ha}")


CASES: dict[str, tuple[str, str, Facet, Shift]] = {
    "a bound rises": (
        CARD,
        broken(CARD, "20 %", "25 %"),
        Facet.TARGET,
        Shift.TIGHTENED,
    ),
    "a bound falls": (broken(CARD, "20 %", "25 %"), CARD, Facet.TARGET, Shift.LOOSENED),
    "a most rises": (
        counting(WATER),
        counting(WATER, "{at_most: 5, unit: links}"),
        Facet.TARGET,
        Shift.LOOSENED,
    ),
    "at least becomes more than": (
        CARD,
        broken(CARD, "at_least", "more_than"),
        Facet.TARGET,
        Shift.TIGHTENED,
    ),
    "more than a smaller bound": (
        CARD,
        broken(CARD, "at_least: 20", "more_than: 19"),
        Facet.TARGET,
        Shift.LOOSENED,
    ),
    "another direction": (
        counting(WATER),
        counting(WATER, "{at_least: 3, unit: links}"),
        Facet.TARGET,
        Shift.CHANGED,
    ),
    "exactly": (
        counting(WATER),
        counting(WATER, "{exactly: 3, unit: links}"),
        Facet.TARGET,
        Shift.CHANGED,
    ),
    "one more part for a share": (
        CARD,
        broken(
            CARD,
            'where: {is: {field: applied, value: "yes"}}',
            'where: {all: [{is: {field: applied, value: "yes"}}, '
            "{valid_on: {from: status_since}}]}",
        ),
        Facet.MEASURE,
        Shift.TIGHTENED,
    ),
    "one more part for what must be few": (
        counting(WATER),
        counting(BOTH),
        Facet.MEASURE,
        Shift.LOOSENED,
    ),
    "one more choice counts": (
        counting(WATER, "{at_least: 3, unit: links}"),
        counting(EITHER, "{at_least: 3, unit: links}"),
        Facet.MEASURE,
        Shift.LOOSENED,
    ),
    "a longer window for what must be few": (
        counting(lasting(12)),
        counting(lasting(36)),
        Facet.MEASURE,
        Shift.TIGHTENED,
    ),
    "another window altogether": (
        counting(lasting(12)),
        counting(lasting(12).replace("assessment", "registration")),
        Facet.MEASURE,
        Shift.CHANGED,
    ),
    "networks, which a link less may part": (
        counting(WATER, more=", networks: [provider]"),
        counting(BOTH, more=", networks: [provider]"),
        Facet.MEASURE,
        Shift.CHANGED,
    ),
    "other rows counted": (
        CARD,
        broken(CARD, "among: {term: counted}", "among: {is: {field: status, value: building}}"),
        Facet.MEASURE,
        Shift.CHANGED,
    ),
    "each must have more": (
        of_each("every", "{in: {field: status, values: [operating, building]}}"),
        of_each("every", "{is: {field: status, value: operating}}"),
        Facet.MEASURE,
        Shift.TIGHTENED,
    ),
    "more of what none may have": (
        of_each("none", "{is: {field: status, value: building}}"),
        of_each("none", "{in: {field: status, values: [operating, building]}}"),
        Facet.MEASURE,
        Shift.TIGHTENED,
    ),
    "another kind of measure": (
        CARD,
        with_measure("{ratio: {of: applying, to: operating}}"),
        Facet.MEASURE,
        Shift.CHANGED,
    ),
    "one more thing must hold": (
        answering('{is: {field: mechanism, value: "yes"}}'),
        answering(
            '{all: [{is: {field: mechanism, value: "yes"}}, {is: {field: housing, value: in_use}}]}'
        ),
        Facet.MEASURE,
        Shift.TIGHTENED,
    ),
    "a plan is enough": (
        answering("{is: {field: housing, value: in_use}}"),
        answering("{in: {field: housing, values: [in_use, planned]}}"),
        Facet.MEASURE,
        Shift.LOOSENED,
    ),
    "one figure more counts": (
        figures("green"),
        figures("green, roads"),
        Facet.MEASURE,
        Shift.LOOSENED,
    ),
    "one figure for another": (
        figures("green"),
        figures("roads"),
        Facet.MEASURE,
        Shift.CHANGED,
    ),
    "it no longer applies to all": (
        CARD,
        broken(CARD, "    measure:", "    applies_when: {valid_on: {from: opened}}\n    measure:"),
        Facet.APPLIES,
        Shift.LOOSENED,
    ),
    "some of it needs review": (
        CARD,
        broken(CARD, "    measure:", "    review_when: {valid_on: {from: opened}}\n    measure:"),
        Facet.REVIEW,
        Shift.TIGHTENED,
    ),
    "nothing counted is missed": (
        CARD,
        broken(CARD, "if_empty: undetermined", "if_empty: not_met"),
        Facet.IF_EMPTY,
        Shift.TIGHTENED,
    ),
    "nothing counted is reviewed": (
        CARD,
        broken(CARD, "if_empty: undetermined", "if_empty: needs_review"),
        Facet.IF_EMPTY,
        Shift.CHANGED,
    ),
    "missing it is reviewed": (
        CARD,
        broken(CARD, "    if_empty", "    otherwise: needs_review\n    if_empty"),
        Facet.OTHERWISE,
        Shift.LOOSENED,
    ),
    "another must meet it": (
        CARD,
        broken(CARD, "actor: enterprises", "actor: developer"),
        Facet.ACTOR,
        Shift.CHANGED,
    ),
    "other words": (
        CARD,
        broken(CARD, 'en: "Required"', 'en: "Wanted"'),
        Facet.REQUIREMENT,
        Shift.REWORDED,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_a_change_does(tmp_path: Path, name: str) -> None:
    old, new, facet, shift = CASES[name]
    entry, same = differ(tmp_path, old, new).entries
    (compared,) = entry.criteria
    assert (entry.shift, compared.differences) == (shift, ((facet, shift),))
    assert same.shift is Shift.SAME


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (CARD, broken(CARD, "confidence: M-high", "confidence: M-low")),
        (counting(WATER), counting(f"{{all: [{WATER}, {{any: [{WATER}]}}]}}")),
        (counting(EITHER), counting(f"{{any: [{EITHER}, {WATER}]}}")),
        (figures("green, roads"), figures("roads, green")),
        (CARD, broken(CARD, "{at_least: 20 %}", "{at_least: [{from: 2018-07-10, value: 20 %}]}")),
    ],
)
def test_what_says_the_same_in_another_way_is_the_same(tmp_path: Path, old: str, new: str) -> None:
    assert [entry.shift for entry in differ(tmp_path, old, new).entries] == [Shift.SAME] * 2


def test_two_moves_the_same_way_are_one_and_two_apart_are_none(tmp_path: Path) -> None:
    stricter = broken(broken(CARD, "20 %", "25 %"), "if_empty: undetermined", "if_empty: not_met")
    mixed = broken(broken(CARD, "20 %", "15 %"), "if_empty: undetermined", "if_empty: not_met")
    assert differ(tmp_path, CARD, stricter).entries[0].shift is Shift.TIGHTENED
    changed = differ(tmp_path, CARD, mixed).entries[0]
    assert (changed.shift, changed.proven) == (Shift.CHANGED, False)


def test_what_becomes_required_is_tightened_whatever_its_bound(tmp_path: Path) -> None:
    advised = broken(broken(CARD, "20 %", "50 %"), "kind: requirement", "kind: advisory")
    entry = differ(tmp_path, advised, CARD).entries[0]
    assert entry.shift is Shift.TIGHTENED
    assert entry.criteria[0].differences == (
        (Facet.KIND, Shift.TIGHTENED),
        (Facet.TARGET, Shift.LOOSENED),
    )
    assert differ(tmp_path, CARD, advised).entries[0].shift is Shift.LOOSENED


def test_what_only_one_set_has_is_dropped_or_new(tmp_path: Path) -> None:
    other = broken(CARD, "id: share", "id: other")
    shifts = {
        each.shift: (each.criteria[0].old or each.criteria[0].new).id  # type: ignore[union-attr]
        for each in differ(tmp_path, CARD, other).entries
    }
    assert shifts == {Shift.DROPPED: "share", Shift.NEW: "other", Shift.SAME: "mechanism-runs"}


AMENDED = broken(
    CARD,
    "{at_least: 20 %}",
    "{at_least: [{from: 2018-07-10, to: 2019-12-31, value: 20 %}, "
    "{from: 2020-01-01, value: 25 %}]}",
)


@pytest.mark.parametrize(
    ("card", "shift"),
    [
        (AMENDED, Shift.TIGHTENED),
        (broken(CARD, "    actor:", "    from: 2020-01-01\n    actor:"), Shift.NEW),
        (broken(CARD, "    actor:", "    to: 2019-12-31\n    actor:"), Shift.DROPPED),
    ],
)
def test_one_set_on_two_days_shows_its_amendment(tmp_path: Path, card: str, shift: Shift) -> None:
    criteria = a_set(tmp_path, card)
    found = compare_sets(Side(criteria, date(2019, 6, 30)), Side(criteria, DAY))
    assert found.lineage is Lineage.SAME_SET
    assert [entry.shift for entry in found.entries] == [shift, Shift.SAME]


def test_sets_are_compared_under_the_readings_of_each_side(tmp_path: Path) -> None:
    switched = broken(SET, "default: operating_only", "default: all_licensed")
    found = differ(tmp_path, CARD, CARD, newer=switched)
    assert found.entries[0].criteria[0].differences == ((Facet.MEASURE, Shift.CHANGED),)
    assert [(o and o.default, n and n.default) for o, n in found.readings] == [
        ("operating_only", "all_licensed")
    ]
    sides = [Side(s.criteria, DAY, (("Q3", "all_licensed"),)) for s in (found.before, found.after)]
    assert {entry.shift for entry in compare_sets(*sides).entries} == {Shift.SAME}


def changes(*told: tuple[Effect, str, str], supersedes: str = "older") -> str:
    """Give the top of a set that tells these changes: effect, old ids, new ids."""
    lines = [f"supersedes: {supersedes}", "changes:"]
    for number, (effect, old, new) in enumerate(told):
        lines += [
            f'  - topic: {{vi: "Mục {number}", en: "Topic {number}"}}',
            '    before: {vi: "Trước", en: "Before"}',
            '    after: {vi: "Sau", en: "After"}',
            f"    effect: {effect.value}",
            *([f"    old: [{old}]"] if old else []),
            *([f"    new: [{new}]"] if new else []),
            "    confidence: V",
        ]
    return broken(SET, "waivable:", "\n".join([*lines, "waivable:"]))


OLDER = broken(SET, "id: small", "id: older")


def test_what_the_author_tells_comes_first_and_takes_its_criteria_along(tmp_path: Path) -> None:
    renamed = broken(broken(CARD, "id: share", "id: part"), "20 %", "25 %")
    top = changes((Effect.TIGHTENED, "share", "part"), (Effect.CHANGED, "", ""))
    found = differ(tmp_path, CARD, renamed, OLDER, top)
    assert found.lineage is Lineage.SUPERSEDES
    told, same = found.entries
    assert told.change is not None
    assert (told.change.topic.en, told.shift, told.proven) == ("Topic 0", Shift.TIGHTENED, True)
    assert [(c.old and c.old.id, c.new and c.new.id) for c in told.criteria] == [("share", "part")]
    assert (same.shift, same.change) == (Shift.SAME, None)
    assert [change.topic.en for change in found.outside] == ["Topic 1"]


def test_the_account_of_the_newer_set_is_not_told_backwards(tmp_path: Path) -> None:
    newer = changes((Effect.TIGHTENED, "share", "share"))
    found = differ(tmp_path, broken(CARD, "20 %", "25 %"), CARD, newer, OLDER)
    assert found.lineage is Lineage.SUPERSEDED
    assert [(entry.shift, entry.change) for entry in found.entries] == [
        (Shift.LOOSENED, None),
        (Shift.SAME, None),
    ]


RAISED = broken(CARD, "20 %", "25 %")
MIXED = broken(RAISED, "if_empty: undetermined", "if_empty: needs_review")


@pytest.mark.parametrize(
    ("old", "new", "effect", "code"),
    [
        (CARD, RAISED, Effect.TIGHTENED, None),
        (CARD, RAISED, Effect.CHANGED, None),
        (CARD, RAISED, Effect.SAME, "C660"),
        (CARD, RAISED, Effect.LOOSENED, "C660"),
        (RAISED, CARD, Effect.TIGHTENED, "C660"),
        (CARD, MIXED, Effect.SAME, None),
        (CARD, RAISED, Effect.DROPPED, "C661"),
        (CARD, CARD, Effect.SAME, None),
        (CARD, CARD, Effect.CHANGED, None),
        (CARD, broken(CARD, '"Required"', '"Wanted"'), Effect.TIGHTENED, "C662"),
    ],
)
def test_an_account_that_the_rules_contradict_is_told(
    tmp_path: Path, old: str, new: str, effect: Effect, code: str | None
) -> None:
    ids = ("share", "" if effect is Effect.DROPPED else "share")
    top = changes((effect, *ids))
    expected: list[str] = []
    if code:
        told = f"effect: {effect.value}"
        top, expected = fault_in("set.yaml", top, told, told.replace(": ", ": ¦"), code)
    put(tmp_path / "older", old, OLDER)
    assert found(tmp_path, {"set.yaml": top, "42-1.yaml": new}) == expected


def test_what_is_new_but_stands_in_both_sets_is_told(tmp_path: Path) -> None:
    top = changes((Effect.NEW, "", "share"))
    top, expected = fault_in("set.yaml", top, "effect: new", "effect: ¦new", "C661")
    put(tmp_path / "older", CARD, OLDER)
    assert found(tmp_path, {"set.yaml": top, "42-1.yaml": CARD}) == expected


@pytest.mark.parametrize(("new", "told"), [(RAISED, True), (CARD, False)])
def test_a_rule_that_changed_untold_is_told(tmp_path: Path, new: str, told: bool) -> None:  # noqa: FBT001
    top = broken(SET, "waivable:", "supersedes: older\nwaivable:")
    put(tmp_path / "older", CARD, OLDER)
    card, expected = fault_in("42-1.yaml", new, "id: share", "id: ¦share", "C663")
    assert found(tmp_path, {"set.yaml": top, "42-1.yaml": card}) == (expected if told else [])


def test_a_set_with_faults_is_not_compared(tmp_path: Path) -> None:
    top = changes((Effect.SAME, "share", "share"))
    wrong = broken(RAISED, "kind: requirement", "kind: requirment")
    put(tmp_path / "older", CARD, OLDER)
    told = found(tmp_path, {"set.yaml": top, "42-1.yaml": wrong})
    assert told
    assert not any(each.startswith("C66") for each in told)
    write_files(tmp_path / "older", {"42-1.yaml": "criteria: 3"})
    told = found(tmp_path, {"set.yaml": top, "42-1.yaml": RAISED})
    assert not any(each.startswith("C66") for each in told)


def shipped(*names: str) -> tuple[CriteriaSet, ...]:
    """Load sets that ship."""
    folders: dict[str, Any] = shipped_sets()
    return tuple(load_set(folders[name], shipped_dictionary()) for name in names)


def test_every_change_that_the_decree_tells_agrees_with_the_rules() -> None:
    old, new = shipped("vn-82-2018", "vn-35-2022")
    compared = compare_sets(Side(old, date(2022, 7, 14)), Side(new, date(2022, 7, 15)))
    opposite = {Shift.TIGHTENED: Shift.LOOSENED, Shift.LOOSENED: Shift.TIGHTENED}
    told = [entry for entry in compared.entries if entry.change is not None]
    assert len(told) + len(compared.outside) == len(new.changes)
    for entry in told:
        shifts = {each.shift for each in entry.criteria}
        assert opposite.get(entry.shift) not in shifts, entry.change
        if entry.shift in (Shift.DROPPED, Shift.NEW):
            assert shifts == {entry.shift}, entry.change
    untold = [entry for entry in compared.entries if entry.change is None]
    assert {entry.shift for entry in untold} <= {Shift.REWORDED, Shift.SAME}
