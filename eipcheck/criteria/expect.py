"""What a case beside the criteria expects of a finding, and where a finding differs from it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from eipcheck.criteria.problems import nearest
from eipcheck.criteria.reader import Map, shown
from eipcheck.criteria.shape import PERCENT_FORM
from eipcheck.criteria.shapes_data import (
    ABSENT,
    EXPECT,
    EXPECT_ABSENT,
    EXPECTED_NUMBERS,
    FRACTION,
    UNBOUNDED,
)
from eipcheck.model.assessment import Finding, Flag, Force
from eipcheck.model.criterion import Verdict


class Expectation(Struct, frozen=True):
    """What must come out; only what is named is compared, the verdict always.

    ``verdict`` None says that the criterion does not hold on the day, so that nothing is found.
    ``force`` is how the day lies to the days in force of the set. ``numbers`` holds, for each
    number named, its exact value, or None for ``UNBOUNDED``. ``enterprises`` are verdicts of
    enterprises by name, as declared, for a criterion that is asked of each;
    ``enterprises_evidenced`` the same as evidenced.
    """

    verdict: Verdict | None
    evidenced: Verdict | None
    flags: tuple[Flag, ...] | None
    numbers: tuple[tuple[str, Fraction | None], ...]
    enterprises: tuple[tuple[str, Verdict], ...] = ()
    enterprises_evidenced: tuple[tuple[str, Verdict], ...] = ()
    force: Force | None = None

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The declared verdicts that the case shows: the finding's, or those of enterprises."""
        own = () if self.verdict is None else (self.verdict,)
        return tuple(v for _, v in self.enterprises) or own


Mismatch = tuple[tuple[str, str], ...]
"""One difference, as the facts of its problem: key, expected, found."""


def read_expectation(entry: Map) -> Expectation:
    """Read the ``expect`` of a case."""
    absent = entry.data.get("verdict") == ABSENT
    entry.only(EXPECT_ABSENT if absent else EXPECT)
    flags = None
    if "flags" in entry:
        flags = tuple(
            Flag(flag) for flag in entry.texts("flags", blank=True) if _known_flag(entry, flag)
        )
    return Expectation(
        verdict=None if absent else _verdict(entry),
        evidenced=entry.choice("evidenced", Verdict) if "evidenced" in entry else None,
        flags=flags,
        numbers=tuple((key, _exact(entry, key)) for key in EXPECTED_NUMBERS if key in entry),
        enterprises=_of_enterprises(entry, "enterprises"),
        enterprises_evidenced=_of_enterprises(entry, "enterprises_evidenced"),
        force=entry.choice("force", Force) if "force" in entry else None,
    )


def _verdict(entry: Map) -> Verdict:
    """Read a verdict; whoever misspells one is shown ``absent`` among the words there are."""
    found = entry.one_word("verdict", (*Verdict, ABSENT))
    return Verdict(found) if found in tuple(Verdict) else Verdict.MET


def _of_enterprises(entry: Map, key: str) -> tuple[tuple[str, Verdict], ...]:
    named = entry.maybe_map(key)
    return tuple((name, named.choice(name, Verdict)) for name in named) if named else ()


def _known_flag(entry: Map, flag: str) -> bool:
    if flag in tuple(Flag):
        return True
    entry.report("C205", "flags", item="flags", value=flag, known=nearest(flag, Flag))
    return False


def _exact(entry: Map, key: str) -> Fraction | None:
    value = entry.data[key]
    if isinstance(value, Decimal):
        return Fraction(value)
    if isinstance(value, str):
        if value == UNBOUNDED:
            return None
        if parts := FRACTION.fullmatch(value):
            return Fraction(int(parts[1]), int(parts[2]))
        if percent := PERCENT_FORM.fullmatch(value):
            return Fraction(Decimal(percent[1])) / 100
    entry.report("C602", key, item=key, found=shown(value))
    return None


def mismatches(expected: Expectation, finding: Finding | None, force: Force) -> Iterator[Mismatch]:
    """Give everything in which ``finding`` and ``force`` differ from what is expected.

    No finding is never another one: that a criterion does not hold on the day is for the caller.
    """
    if expected.force not in (None, force):
        yield _differs("force", str(expected.force), force)
    if finding is None:
        return
    if finding.declared.verdict is not expected.verdict:
        yield _differs("verdict", expected.verdict or ABSENT, finding.declared.verdict)
    if expected.verdict is None:
        return
    if expected.evidenced not in (None, finding.evidenced.verdict):
        yield _differs("evidenced", str(expected.evidenced), finding.evidenced.verdict)
    if expected.flags is not None and set(expected.flags) != set(finding.flags):
        yield _differs("flags", _list(expected.flags), _list(finding.flags))
    yield from _enterprises_differ(finding, "enterprises", expected.enterprises, 0)
    proven = expected.enterprises_evidenced
    yield from _enterprises_differ(finding, "enterprises_evidenced", proven, 1)
    found = _numbers_of(finding)
    for key, value in expected.numbers:
        if found[key] != value:
            yield _differs(key, _shown(value), _shown(found[key]))


def _enterprises_differ(
    finding: Finding, key: str, expected: tuple[tuple[str, Verdict], ...], run: int
) -> Iterator[Mismatch]:
    if not expected:
        return
    rows = finding.rows.rows if finding.rows is not None else ()
    pairs = zip(rows, finding.each, strict=False) if finding.each else ()
    found = {row.name: verdicts[run] for row, verdicts in pairs}
    for name, verdict in expected:
        if found.get(name) is not verdict:
            yield _differs(f"{key}.{name}", verdict, str(found.get(name, UNBOUNDED)))


def _differs(key: str, expected: str, found: str) -> Mismatch:
    return ("item", key), ("expected", expected), ("found", found)


def _numbers_of(finding: Finding) -> dict[str, Fraction | int | None]:
    gap, observed = finding.gap, finding.declared.observed
    return {
        "low": observed.low,
        "high": observed.high,
        "at_least_more": gap.least if gap else None,
        "at_most_more": gap.most if gap else None,
        "yes_to_meet": gap.yes_to_meet if gap else None,
        "no_to_miss": gap.no_to_miss if gap else None,
    }


def _list(flags: tuple[Flag, ...]) -> str:
    return ", ".join(sorted(flags)) or "-"


def _shown(value: Fraction | int | None) -> str:
    return UNBOUNDED if value is None else str(value)
