"""Small sets with one card to change, what is changed of it, and cases that notice it or not."""

from __future__ import annotations

from pathlib import Path

from criteria_files import DICTIONARY, FILES, SET, write_files

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.load import Loaded, read_set
from eipcheck.criteria.mutants import Mutant, mutants_of
from eipcheck.criteria.problems import Problems
from eipcheck.pipeline.mutate import Fate, Mutated, mutate_set

ANSWER = 'target: {answer: "yes"}'
OPERATING = "{is: {field: status, value: operating}}"
APPLIED = '{is: {field: applied, value: "yes"}}'

CARD = """\
clause: "42.1"
criteria:
  - id: card
    clause: "42.1"
    kind: requirement
    actor: park
    title: {vi: a, en: b}
    requirement: {vi: a, en: b}
    computed: {vi: a, en: b}
    evidence: {vi: a, en: b}
    remedy: {vi: a, en: b}
    source: {document: D, article: "42", clause: "1", urls: [], confidence: V}
"""
USES = f"""\
  - id: uses-the-term
    clause: "42.1"
    kind: advisory
    actor: park
    title: {{vi: a, en: b}}
    requirement: {{vi: a, en: b}}
    computed: {{vi: a, en: b}}
    evidence: {{vi: a, en: b}}
    remedy: {{vi: a, en: b}}
    measure: {{share: {{table: enterprises, among: {{term: counted}}, where: {APPLIED}}}}}
    if_empty: met
    source: {{document: D, article: "42", clause: "1", urls: [], confidence: V}}
"""


def load(folder: Path, *lines: str, head: str = SET) -> tuple[Loaded, list[Mutant]]:
    """Load a set whose first card has these ``lines``; give the mutants of all its files."""
    text = CARD + "".join(f"    {line}\n" for line in lines) + USES
    write_files(folder, {"fields.yaml": DICTIONARY})
    write_files(folder / "small", {"set.yaml": head, "42-1.yaml": text})
    problems = Problems()
    loaded = read_set(folder / "small", load_dictionary(folder / "fields.yaml"), problems)
    assert loaded is not None
    assert not problems, problems.sorted()
    return loaded, list(mutants_of(loaded, folder / "fields.yaml"))


def changes(folder: Path, *lines: str) -> set[str]:
    """Give the changes of the card, without its name."""
    found = [mutant.id for mutant in load(folder, *lines)[1]]
    assert len(found) == len(set(found)), "every mutant has an id of its own"
    return {name.removeprefix("card: ") for name in found if name.startswith("card: ")}


NOBODY = "      complete: [enterprises_complete]\n"
ROWS = f"""\
{NOBODY}      rows:
        enterprises:
"""
FACTS = "      facts: "


def a_case(name: str, given: str, expect: str, options: str = "") -> str:
    """Write a case about the share of those that apply."""
    readings = f"    readings: {options}\n" if options else ""
    return (
        f'  - name: "{name}"\n    criterion: recp-applied\n    as_of: 2020-01-01\n{readings}'
        f"    given:\n{given}    expect: {expect}\n"
    )


def rows(*each: str) -> str:
    """Write a register that is complete."""
    return ROWS + "".join(f"          - {{{row}}}\n" for row in each)


YES, NO = 'applied: "yes"', 'applied: "no"'
BOUND = a_case(
    "Two of ten", rows(f"times: 2, status: operating, {YES}", f"times: 8, status: operating, {NO}"),
    "{verdict: met}",
)  # fmt: skip
WRONG = a_case(
    "One of ten", rows(f"status: operating, {YES}", f"times: 9, status: operating, {NO}"),
    "{verdict: not_met}",
)  # fmt: skip


def judge(
    folder: Path, cases: str, files: dict[str, str] | None = None, *, search: bool = False
) -> Mutated:
    """Try the mutants of the small set with these cases; ``search`` for those that are missing."""
    write_files(folder, {"fields.yaml": DICTIONARY})
    own = {**FILES, "tests/a.yaml": f"cases:\n{cases}", **(files or {})}
    write_files(folder / "small", own)
    return mutate_set(folder / "small", folder / "fields.yaml", search=search)


def fates(found: Mutated) -> dict[str, Fate]:
    return {each.id: each.fate for each in found.tried}
