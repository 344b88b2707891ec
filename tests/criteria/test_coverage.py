"""Coverage counts what the cases show, by criterion, version, option and verdict."""

from __future__ import annotations

from pathlib import Path

from criteria_files import DICTIONARY, FILES, broken, places, write_files

from eipcheck.criteria.coverage import Version, versions
from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.criteria.load import load_set
from eipcheck.model.criterion import Verdict
from eipcheck.pipeline.coverage import Covered, cover_set


def a_case(verdict: str, day: str = "2020-01-01", option: str = "") -> str:
    """Write a case that shows a verdict of the share; whether it passes is not asked."""
    readings = f"    readings: {{Q3: {option}}}\n" if option else ""
    return (
        f'  - name: "{verdict} {day} {option}"\n    criterion: recp-applied\n'
        f"    as_of: {day}\n{readings}    given: {{}}\n    expect: {{verdict: {verdict}}}\n"
    )


def cover(folder: Path, *cases: str, clause: str = FILES["42-1.yaml"]) -> Covered:
    """Count what these cases show of the share alone."""
    write_files(folder, {"fields.yaml": DICTIONARY})
    files = {"set.yaml": FILES["set.yaml"], "42-1.yaml": clause}
    write_files(folder / "small", {**files, "tests/a.yaml": "cases:\n" + "".join(cases)})
    return cover_set(folder / "small", load_dictionary(folder / "fields.yaml"))


def shown(covered: Covered) -> list[tuple[str, str]]:
    """Give the verdicts shown, each with the option under which it is."""
    return [
        (str(each.verdict), each.option[1] if each.option else "")
        for each in covered.wanted
        if each.cases
    ]


def test_a_verdict_is_shown_under_the_option_that_the_case_is_judged_under(tmp_path: Path) -> None:
    covered = cover(tmp_path, a_case("met"), a_case("not_met", option="all_licensed"))
    assert shown(covered) == [
        ("met", ""),
        ("not_met", ""),
        ("met", "operating_only"),
        ("not_met", "all_licensed"),
    ]
    assert covered.counts == (4, 9)


def test_what_is_not_shown_is_told_by_option(tmp_path: Path) -> None:
    covered = cover(tmp_path, a_case("met"), a_case("not_met"), a_case("undetermined"))
    assert places(covered.problems) == ["C631 42-1.yaml:3:9"]
    assert dict(covered.problems[0].facts)["verdicts"] == "met, not_met, undetermined"
    assert places(cover(tmp_path / "b", a_case("met")).problems)[0] == "C630 42-1.yaml:3:9"


def test_each_version_of_a_bound_is_to_be_shown(tmp_path: Path) -> None:
    dated = (
        "target: {at_least: [{from: 2018-07-10, to: 2019-12-31, value: 30 %}, "
        "{from: 2020-01-01, value: 20 %}]}"
    )
    clause = broken(FILES["42-1.yaml"], "target: {at_least: 20 %}", dated)
    covered = cover(tmp_path, a_case("met", "2019-12-31"), a_case("not_met"), clause=clause)
    found = {(str(e.version), e.verdict) for e in covered.wanted if e.cases and not e.option}
    assert found == {
        ("2018-07-10/2019-12-31", Verdict.MET),
        ("2020-01-01/2022-07-14", Verdict.NOT_MET),
    }


def test_a_day_outside_the_force_shows_its_nearest_day_in_force(tmp_path: Path) -> None:
    covered = cover(tmp_path, a_case("met", "2010-01-01"), a_case("not_met", "2030-01-01"))
    assert {verdict for verdict, _ in shown(covered)} == {"met", "not_met"}


def test_a_case_that_expects_no_finding_shows_nothing(tmp_path: Path) -> None:
    covered = cover(tmp_path, a_case("absent"), a_case("absent", option="all_licensed"))
    assert shown(covered) == []
    assert covered.counts == (0, 9)


def test_versions_lie_within_the_days_of_the_card(tmp_path: Path) -> None:
    days = "from: 2019-01-01\n    to: 2020-12-31\n    if_empty:"
    write_files(tmp_path, {"fields.yaml": DICTIONARY})
    clause = broken(FILES["42-1.yaml"], "if_empty:", days)
    write_files(tmp_path / "small", {**FILES, "42-1.yaml": clause})
    criteria = load_set(tmp_path / "small", load_dictionary(tmp_path / "fields.yaml"))
    (version,) = versions(criteria.criterion("recp-applied"), criteria)
    assert str(version) == "2019-01-01/2020-12-31"
    assert str(Version(None, None)) == "../.."


def test_an_option_asks_only_for_the_verdicts_that_it_leaves(tmp_path: Path) -> None:
    otherwise = (
        "otherwise: {by_reading: {Q3: {operating_only: not_met, all_licensed: needs_review}}}\n"
        "    if_empty:"
    )
    clause = broken(FILES["42-1.yaml"], "if_empty:", otherwise)
    covered = cover(tmp_path, a_case("met"), clause=clause)
    wanted = {(each.option[1], each.verdict) for each in covered.wanted if each.option}
    assert ("all_licensed", Verdict.NOT_MET) not in wanted
    assert ("all_licensed", Verdict.NEEDS_REVIEW) in wanted
    assert ("operating_only", Verdict.NEEDS_REVIEW) not in wanted


def test_a_set_with_a_fault_reaches_nothing(tmp_path: Path) -> None:
    clause = broken(FILES["42-1.yaml"], "kind: requirement", "kind: requirment")
    covered = cover(tmp_path, a_case("met"), clause=clause)
    assert [problem.code for problem in covered.problems] == ["C205"]
    assert not covered.reaches(0)


def test_a_part_is_reached_exactly(tmp_path: Path) -> None:
    covered = cover(tmp_path, a_case("met"), a_case("not_met"), a_case("undetermined"))
    assert covered.counts == (6, 9)
    assert covered.reaches(66)
    assert not covered.reaches(67)
