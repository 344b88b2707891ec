"""Typed totals beside the register (rule 5), against enumeration."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import combinations_with_replacement

from builders import AS_OF, a_criterion, a_record, a_register, a_table, bound, fact, ticked, yes
from judging import assess, bounds, contains, find, is_exact, is_sound
from oracle import Ruling, share_counts, share_ruling

from eipcheck.model.condition import Is
from eipcheck.model.criterion import Verdict
from eipcheck.model.measure import Count, EitherMeasure, FactValue, Ratio, Share
from eipcheck.model.record import ParkRecord

SHARE = Share("enterprises", Is("enterprise_status", "operating"), yes("recp_applied"))
TYPED = Ratio(FactValue("enterprises_recp_applied"), FactValue("enterprises_operating"))
EITHER = EitherMeasure(SHARE, TYPED)
LINKS = EitherMeasure(Count("symbiosis", Is("link_type", "water")), FactValue("links_operating"))
STATES = tuple(a + w for a in "TFU" for w in "TFU")
REGISTERS = tuple(s for size in range(3) for s in combinations_with_replacement(STATES, size))
TARGETS = (bound("at_least", "0.5"), bound("at_most", "0.5"), bound("exactly", "0.5"))
CRITERIA = tuple(a_criterion(EITHER, t, id=f"c{n}") for n, t in enumerate(TARGETS))


def park(
    states: Iterable[str], *, complete: bool, total: int | None, qualifying: int | None
) -> ParkRecord:
    status = {"T": "operating", "F": "closed", "U": None}
    answer = {"T": True, "F": False, "U": None}
    rows = [{"enterprise_status": status[a], "recp_applied": answer[w]} for a, w in states]
    facts = [
        fact(name, value)
        for name, value in (
            ("enterprises_operating", total),
            ("enterprises_recp_applied", qualifying),
        )
        if value is not None
    ]
    return a_record(*facts, tables=[a_register(rows, complete=complete or None)])


def agreeing(
    states: Iterable[str], *, complete: bool, total: int | None, qualifying: int | None
) -> list[tuple[int, int]]:
    """Give the (counted, qualifying) of the register that the typed totals allow."""
    return [
        (n, k)
        for n, k in share_counts(states, 0 if complete else 5)
        if total in {None, n} and qualifying in {None, k}
    ]


def cases() -> Iterable[tuple[tuple[str, ...], int | None, int | None]]:
    for states in REGISTERS:
        for total in (None, 0, 1, 2, 3):
            for qualifying in (None, 0, 1, 2):
                if total is None or qualifying is None or qualifying <= total:
                    yield states, total, qualifying


def ruled_by(counts: Iterable[tuple[int, int]], number: int) -> Ruling:
    return share_ruling(counts, TARGETS[number], Verdict.UNDETERMINED, AS_OF)


def test_agreeing_totals_of_a_complete_register_give_exactly_what_enumeration_gives() -> None:
    wrong = []
    for states, total, qualifying in cases():
        given = {"complete": True, "total": total, "qualifying": qualifying}
        counts = agreeing(states, **given)
        if counts:
            for number, finding in enumerate(assess(park(states, **given), *CRITERIA).findings):
                ruled = ruled_by(counts, number)
                if not is_exact(finding.declared, ruled, TARGETS[number]):
                    wrong.append((states, total, qualifying, finding.declared, ruled))
    assert wrong == []


def test_agreeing_totals_of_an_open_register_are_exact_where_the_total_is_typed() -> None:
    """Without the total, the range is the limit over ever more rows: there it must contain."""
    wrong = []
    for states, total, qualifying in cases():
        given = {"complete": False, "total": total, "qualifying": qualifying}
        counts = agreeing(states, **given)
        if counts:
            for number, finding in enumerate(assess(park(states, **given), *CRITERIA).findings):
                ruled, judged = ruled_by(counts, number), finding.declared
                right = contains(judged, ruled) and is_sound(judged, ruled)
                if not right or (
                    total is not None and not is_exact(judged, ruled, TARGETS[number])
                ):
                    wrong.append((states, total, qualifying, judged, ruled))
    assert wrong == []


def apart(
    states: tuple[str, ...], *, complete: bool, total: int | None, qualifying: int | None
) -> list[list[tuple[int, int]]]:
    """Give what the register alone and the totals alone say of (counted, qualifying).

    A total without the other half of the share is divided into what the register shows.
    """
    sides = [list(share_counts(states, 0 if complete else 3))]
    if total is not None and qualifying is not None:
        sides.append([(total, qualifying)])
    elif total is not None:
        sides.append([(total, min(total, states.count("TT")))])
    return sides


def test_statements_that_cannot_both_be_true_give_a_verdict_only_if_each_gives_it() -> None:
    """The register alone and the totals alone; the printed range covers both, with a problem."""
    wrong = []
    for complete in (True, False):
        for states, total, qualifying in cases():
            given = {"complete": complete, "total": total, "qualifying": qualifying}
            if agreeing(states, **given):
                continue
            assessment = assess(park(states, **given), *CRITERIA)
            told = any(problem.code == "D101" for problem in assessment.problems)
            for number, finding in enumerate(assessment.findings):
                sides = [ruled_by(side, number) for side in apart(states, **given)]
                judged = finding.declared
                right = all(contains(judged, one) and is_sound(judged, one) for one in sides)
                if not right or not told:
                    wrong.append((complete, states, total, qualifying, judged, sides))
    assert wrong == []


def test_a_complete_register_of_fewer_rows_than_the_total_is_a_contradiction() -> None:
    """Eighteen rows of 168, all yes: never 18 of 18."""
    record = park(["TT"] * 18, complete=True, total=168, qualifying=None)
    assessment = assess(record, a_criterion(EITHER, bound("at_least", "0.2")))
    assert assessment.findings[0].declared.verdict is Verdict.UNDETERMINED
    assert any(problem.code == "D101" for problem in assessment.problems)


def test_fewer_than_the_rows_counted_is_a_problem_that_names_both_cells() -> None:
    record = park(["TT", "TT", "TF"], complete=False, total=2, qualifying=None)
    assessment = assess(record, CRITERIA[0])
    places = [{p.place, *p.other_places} for p in assessment.problems if p.code[0] == "D"]
    typed = record.facts["enterprises_operating"][0].cell
    assert any(typed in here and len(here) > 1 for here in places)


def test_totals_serve_alone_where_the_register_is_empty_and_open() -> None:
    judged = find(
        park([], complete=False, total=27, qualifying=6), EITHER, bound("at_least", "0.2")
    ).declared
    assert bounds(judged) == (Fraction(6, 27), Fraction(6, 27))
    assert judged.verdict is Verdict.MET


def test_totals_of_another_year_than_the_register_are_shown_and_not_mixed() -> None:
    record = park(["TT", "TF"], complete=True, total=None, qualifying=None)
    register = a_table(
        "enterprises",
        [
            {"enterprise_status": "operating", "recp_applied": yes, "tax_code": str(yes)}
            for yes in (True, False)
        ],
        ticked("enterprises", end=date(2020, 12, 31)),
    )
    old = [
        fact("enterprises_operating", 90, year=2018),
        fact("enterprises_recp_applied", 1, year=2018),
    ]
    record = a_record(*old, tables=[register])
    assessment = assess(record, CRITERIA[0])
    judged = assessment.findings[0].declared
    assert bounds(judged) == (Fraction(1, 2), Fraction(1, 2))
    assert judged.verdict is Verdict.MET
    assert {o.field for o in assessment.findings[0].set_aside} == {
        "enterprises_operating",
        "enterprises_recp_applied",
    }


def test_an_undated_register_is_one_of_the_assessment_year() -> None:
    """A total of that year closes it; an older one is shown, and closes nothing."""
    register = a_register([{"enterprise_status": "operating", "recp_applied": True}] * 18)
    ranges = {}
    for year in (AS_OF.year, AS_OF.year - 1, None):
        record = a_record(fact("enterprises_operating", 168, year=year), tables=[register])
        ranges[year] = bounds(find(record, EITHER, bound("at_least", "0.2")).declared)
    closed = (Fraction(18, 168), Fraction(1))
    assert ranges == {AS_OF.year: closed, AS_OF.year - 1: (0, 1), None: closed}


def test_an_old_total_does_not_make_an_open_register_met() -> None:
    register = a_register([{"enterprise_status": "operating", "recp_applied": True}] * 18)
    record = a_record(fact("enterprises_operating", 20, year=2015), tables=[register])
    judged = find(record, EITHER, bound("at_least", "0.2")).declared
    assert judged.verdict is Verdict.UNDETERMINED


def test_more_qualifying_than_counted_by_the_totals_is_no_verdict() -> None:
    judged = find(park([], complete=False, total=10, qualifying=12), EITHER, TARGETS[0]).declared
    assert judged.verdict is Verdict.UNDETERMINED


def test_a_typed_count_beside_a_list_is_intersected_with_it() -> None:
    """Links listed (true or unknown), open or complete, beside a typed number of links."""
    wrong = []
    for known in range(3):
        for unknown in range(3):
            for typed in range(5):
                for complete in (True, False):
                    rows = [{"link_type": "water"}] * known + [{}] * unknown
                    table = a_table("symbiosis", rows, ticked("symbiosis", complete))
                    record = a_record(fact("links_operating", typed), tables=[table])
                    judged = find(record, LINKS, bound("at_least", 2, "links")).declared
                    agrees = known <= typed and (typed <= known + unknown or not complete)
                    low, high = bounds(judged)
                    if agrees:
                        met = Verdict.MET if typed >= 2 else Verdict.NOT_MET
                        right = (low, high) == (typed, typed) and judged.verdict is met
                    else:
                        sides = (typed >= 2, known >= 2, known + unknown >= 2 or not complete)
                        sure = {(True,): Verdict.MET, (False,): Verdict.NOT_MET}
                        allowed = sure.get(tuple(set(sides)), Verdict.UNDETERMINED)
                        covers = low <= min(typed, known) and (high is None or high >= typed)
                        right = covers and judged.verdict in {allowed, Verdict.UNDETERMINED}
                    if not right:
                        wrong.append((known, unknown, typed, complete, judged))
    assert wrong == []


def test_totals_of_two_years_are_not_divided_by_each_other_beside_an_undated_register() -> None:
    """Rule 7 holds whether or not the register has rows."""
    totals = [
        fact("enterprises_operating", 27, year=2018),
        fact("enterprises_recp_applied", 6, year=2020),
    ]
    rows = [{"enterprise_status": "operating"}]
    for listed in ([], rows):
        record = a_record(*totals, tables=[a_register(listed)])
        judged = find(record, EITHER, bound("at_least", "0.2")).declared
        assert judged.verdict is Verdict.UNDETERMINED, listed


def test_totals_with_two_sources_are_ranges_that_the_register_narrows() -> None:
    """Every count from the lowest to the highest source; exact for complete registers."""
    wrong = []
    for states in REGISTERS:
        for totals, qualifying in (((1, 3), None), ((2, 3), (0, 1)), ((2,), (1, 2))):
            facts = [fact("enterprises_operating", v, year=AS_OF.year) for v in totals]
            facts += [
                fact("enterprises_recp_applied", v, year=AS_OF.year) for v in qualifying or ()
            ]
            register = park(states, complete=True, total=None, qualifying=None)
            record = a_record(*facts, tables=[register.tables["enterprises"]])
            most = (qualifying or (0, 9))[-1]
            counts = [
                (n, k)
                for n, k in share_counts(states)
                if totals[0] <= n <= totals[-1] and (qualifying or (0,))[0] <= k <= most
            ]
            if counts:
                for number, finding in enumerate(assess(record, *CRITERIA).findings):
                    ruled = ruled_by(counts, number)
                    if not is_exact(finding.declared, ruled, TARGETS[number]):
                        wrong.append((states, totals, qualifying, finding.declared, ruled))
    assert wrong == []
