"""What is said of a change: figures, targets, rows and causes."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from progress_documents import document, finding, listed, row

from eipcheck.criteria.dictionary import load_dictionary
from eipcheck.model.text import Language
from eipcheck.reporting.assessment_document import Bound, Finding, Range, Ratio, Rows
from eipcheck.reporting.progress import progress_of
from eipcheck.reporting.view_progress import ChangeView, Words, progress_view
from eipcheck.reporting.view_words import Speaker
from eipcheck.resources import data_folder

DICTIONARY = load_dictionary(data_folder("criteria") / "fields.yaml")


def told(old: Finding, new: Finding, language: Language = "en", **more: Any) -> ChangeView:
    """Give what is said of the one change."""
    words = {"vn-82-2018": more.pop("words", Words())}
    progress = progress_of(document(old), document(new, **({"sha256": "b"} | more)))
    view = progress_view(progress, words, Speaker(language, DICTIONARY))
    ((change,),) = [turn.changes for turn in view.sets[0].turns]
    return change


def share(low: int, high: int, of: int) -> Range:
    """Give a share of so many."""
    return Range(Ratio(low, of), Ratio(high, of), "share")


def test_a_share_stands_with_its_counts() -> None:
    old = finding(observed=share(20, 20, 96), observed_evidenced=share(20, 20, 96))
    new = finding("not_met", observed=share(20, 20, 104), observed_evidenced=share(10, 20, 104))
    assert told(old, new).told == (
        "Met → Not met",
        (
            "Observed: 20.8% (20/96) → 19.2% (20/104) · With evidence: 20.8% (20/96) → "
            "9.6–19.2% (10/104 to 20/104)"
        ),
    )
    assert told(old, new, "vi").told[1].startswith("Thực tế: 20,8\xa0% (20/96) → 19,2\xa0% (")


def test_counts_are_left_out_where_nothing_is_known() -> None:
    known: dict[str, Any] = {"observed": share(20, 20, 96), "observed_evidenced": share(20, 20, 96)}
    unknown: dict[str, Any] = {"observed": share(0, 96, 96), "observed_evidenced": share(0, 96, 96)}
    lines = told(finding(**known), finding("undetermined", **unknown)).told
    assert lines[1] == "Observed: 20.8% (20/96) → Unknown"


def test_a_target_is_told_where_it_moved() -> None:
    old, new = (Bound("at_least", Ratio(part, 100), "share") for part in (20, 25))
    moved = told(finding(target=old), finding("not_met", target=new), set_sha256="t")
    assert moved.told[-1] == "Target: ≥\xa020% → ≥\xa025%"
    stayed = told(finding(target=old), finding("not_met", target=old), set_sha256="t")
    assert not any("Target" in line for line in stayed.told)


def test_what_may_have_caused_a_change_is_named_in_full() -> None:
    change = told(finding(), finding("not_met"), set_sha256="t", on="2021-11-20", version="0.2")
    assert change.cause == (
        "May come from: the criteria set (1.0.0 (s…) → 1.0.0 (t…)); the assessment date "
        "(20 November 2020 → 20 November 2021); the version of the program (0.1 → 0.2); other "
        "data of the workbook"
    )
    assert told(finding(), finding("not_met"), sha256="a").cause == (
        "Comes from: how the workbook was read (by a mapping, for instance)"
    )


def rows_told(old: Rows, new: Rows, **more: Any) -> tuple[str, ...]:
    """Give what is said of the rows."""
    return told(finding(rows=old), finding("not_met", rows=new), **more).rows


def test_rows_that_came_are_told_with_their_answers() -> None:
    new = [row(str(n), "false", name=f"DN {n}") for n in range(7)]
    assert rows_told(listed(), listed(*new)) == (
        "7 enterprises joined, all not qualifying: DN 0; DN 1; DN 2; DN 3; DN 4; 2 more",
    )
    new[1:3] = [row("1", name="DN 1"), row("2", "unknown", name="DN 2")]
    assert rows_told(listed(), listed(*new[:4])) == (
        "4 enterprises joined, 1 qualifying, 2 not qualifying, 1 unknown: DN 0; DN 1; DN 2; DN 3",
    )
    against = Words(against={"recp"})
    assert rows_told(listed(), listed(new[1]), words=against) == (
        "1 enterprise joined, with an open issue: DN 1",
    )


def test_rows_of_other_tables_are_rows_called_by_their_choices() -> None:
    old, new = listed(row("electricity")), listed(row("electricity", "unknown"))
    told = rows_told(*(replace(side, table="services") for side in (old, new)))
    assert told == ("1 row no longer known: Electricity",)


def test_a_list_that_was_closed_or_opened_is_told() -> None:
    opened, closed = listed(row("1"), complete=False), listed(row("1"))
    assert rows_told(opened, closed) == ("The list is declared complete now.",)
    assert rows_told(closed, opened) == ("The list is no longer declared complete.",)


def test_rows_that_are_not_followed_are_told() -> None:
    assert rows_told(listed(row("")), listed(row("1"))) == (
        "1 enterprise joined, qualifying: 1",
        "1 row has no code and no name of its own, and is not followed.",
    )


def test_published_documents_say_why_no_row_is_followed() -> None:
    old, new = (document(finding(v), audience="public") for v in ("met", "not_met"))
    view = progress_view(progress_of(old, new), {}, Speaker("en", DICTIONARY))
    assert view.notes == (
        "One of the two was made to be published and tells no names, so rows are not followed.",
    )
