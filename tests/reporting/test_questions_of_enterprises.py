"""Reports tell questions of each enterprise, marks that are not law, and the law of the day."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from builders import a_criterion, a_document, a_record, a_register, bound, fact, no, text, yes
from judging import assess
from msgspec.structs import replace
from small_dictionary import DICTIONARY

from eipcheck.cli.lines import Line
from eipcheck.cli.terminal import draw
from eipcheck.model.assessment import (
    Assessment,
    Flag,
    LawInForce,
    Outcome,
    OutcomeValue,
)
from eipcheck.model.condition import Is
from eipcheck.model.criterion import Kind, Per, Question, Status
from eipcheck.model.measure import Answer, DatedValue, FactValue, Share, Target
from eipcheck.model.text import Language
from eipcheck.reporting.html import render_html
from eipcheck.reporting.jsonout import assessment_json
from eipcheck.reporting.markdown import render_markdown
from eipcheck.reporting.view import report_view
from eipcheck.reporting.view_types import ReportView

TEMPLATES = Path(__file__).parents[2] / "templates"
IN_PARK = Is("enterprise_status", "operating")
QUESTIONS = (
    Question("park", text("Park certificate")),
    Question("each", text("Eco-enterprise certificate"), Per.ENTERPRISES, yes("mechanism")),
)
PARK = a_criterion(Answer(yes("answer_a")), id="own", question="park")
APPLIES = a_criterion(
    Share("enterprises", IN_PARK, yes("recp_applied")), None, id="applies", question="each"
)
AWARE = a_criterion(
    Share("enterprises", IN_PARK, yes("recp_aware")), None, id="aware", question="each"
)
SHOWN = a_criterion(
    FactValue("flow"),
    None,
    id="shown",
    kind=Kind.ADVISORY,
    benchmark=bound("at_least", 20, "m3"),
    beside=("spills",),
    question="park",
)


def assessed(*, certified: bool = False, **more: object) -> Assessment:
    own = {"recp_applied": True, "recp_applied_documents": ("D1",), "recp_aware": True}
    rows = [{"enterprise_status": "operating", **own}, {"enterprise_status": "operating"}]
    record = a_record(
        fact("answer_a", value=True),
        fact("mechanism", value=certified, documents=("D1",)),
        fact("flow", 12),
        fact("spills", 7),
        documents=[a_document("D1")],
        tables=[a_register(rows, complete=True)],
    )
    return assess(record, PARK, APPLIES, AWARE, SHOWN, questions=QUESTIONS, **more)


def view(done: Assessment, language: Language = "en") -> ReportView:
    return report_view(done, DICTIONARY, language)


def texts(line: Line) -> str:
    return "".join(part if isinstance(part, str) else part[0] for part in line)


def test_each_enterprise_has_a_line_and_the_park_is_told_first() -> None:
    (asked,) = view(assessed()).enterprises
    assert asked.title == "Eco-enterprise certificate"
    assert "not certified" in asked.park
    assert [c.id for c in asked.criteria] == ["applies", "aware"]
    first, second = asked.rows
    assert (first.name, first.declared.key, first.evidenced.key) == ("E0", "meets", "cannot_tell")
    assert [m.key for m in first.marks] == ["met", "met"]
    assert [m.key for m in second.marks] == ["undetermined", "undetermined"]
    assert {first.now.key, second.now.key} == {"does_not_meet"}
    assert [(t.mark.key, t.count) for t in asked.tallies] == [("meets", 1), ("cannot_tell", 1)]
    assert [(t.mark.key, t.count) for t in asked.now] == [("does_not_meet", 2)]


def test_the_park_is_counted_and_asked_without_them() -> None:
    seen = view(assessed())
    assert [c.id for c in seen.requirements] == ["own"]
    assert "1 met" in seen.declared.tally
    assert "2" not in seen.declared.tally
    assert {e.criterion for e in seen.evidence} == {"own"}


def test_every_format_tells_them() -> None:
    done = assessed()
    seen = view(done)
    page = render_html(seen, TEMPLATES)
    assert 'id="enterprises"' in page
    assert page.index('id="enterprises"') < page.index('id="applies"')
    for format_text in (page, render_markdown(seen, TEMPLATES)):
        assert "Certificate possible now" in format_text
        assert "Eco-enterprise certificate" in format_text
        assert "E0" in format_text
    shown = "\n".join(texts(line) for line in draw(seen, 100))
    assert "Eco-enterprise certificate" in shown
    assert any("E0" in each and "now: " in each for each in shown.splitlines())
    record = a_record()
    written = json.loads(
        assessment_json(record, done.dates, (done,), datetime(2021, 7, 1, tzinfo=UTC))
    )
    (each,) = written["assessments"][0]["enterprises"]
    assert (each["question"], each["park"], each["complete"]) == ("each", "false", True)
    assert [row["declared"] for row in each["rows"]] == ["meets", "cannot_tell"]
    assert each["rows"][0]["verdicts"][0] == {
        "criterion": "applies",
        "verdict": "met",
        "verdict_evidenced": "met",
    }


def test_a_mark_that_is_not_law_says_so_and_judges_nothing() -> None:
    done = assessed()
    (shown,) = view(done).advisories
    assert shown.declared.key == "reported"
    assert "not law" in shown.benchmark
    assert "20" in shown.benchmark
    assert shown.target == ""
    beside = [n for n in shown.numbers if n.aside]
    assert [(n.value, "decides nothing" in n.aside) for n in beside] == [
        ("7\N{NO-BREAK SPACE}spills", True)
    ]
    for format_text in (
        render_html(view(done), TEMPLATES),
        render_markdown(view(done), TEMPLATES),
    ):
        assert "Mark for comparison, not law" in format_text


def test_more_than_one_question_is_told_by_name() -> None:
    questions = (Question("park", text("Park certificate")), Question("new", text("New file")))
    new = a_criterion(Answer(no("answer_b")), id="new", question="new")
    done = assess(a_record(fact("answer_a", value=True)), PARK, new, questions=questions)
    sentences = [a.sentence for a in view(done).answers]
    assert sentences[0].startswith("Park certificate: ")
    assert sentences[1].startswith("New file: ")
    assert "Article 42" in sentences[0]
    assert "Article" not in sentences[1]
    first, second = view(done).answers
    assert (first.tally_declared, second.tally_declared) == ("1 met", "1 not enough data")
    assert view(done).declared.tally == "1 met"


def test_a_repealed_set_tells_what_the_law_of_the_day_says() -> None:
    done = assessed(
        on=date(2023, 1, 1),
        status=Status.REPEALED,
    )
    law = replace(
        done.criteria, status=Status.IN_FORCE, in_force_from=date(2022, 7, 15), in_force_to=None
    )
    outcome = Outcome("park", OutcomeValue.DOES_NOT_MEET, OutcomeValue.CANNOT_TELL)
    with_law = replace(done, law_in_force=LawInForce(law, (outcome,)))
    seen = view(with_law)
    assert seen.law_now.startswith("Under the law in force on 1 January 2023")
    assert "does not meet all requirements" in seen.law_now
    assert view(done).law_now == ""
    for format_text in (
        render_html(seen, TEMPLATES),
        render_markdown(seen, TEMPLATES),
        " ".join(texts(line) for line in draw(seen, 300)),
    ):
        assert "Under the law in force on 1 January 2023" in format_text
    written = json.loads(
        assessment_json(a_record(), done.dates, (with_law,), datetime(2023, 1, 1, tzinfo=UTC))
    )
    assert written["assessments"][0]["law_in_force"]["outcomes"]["park"]["declared"] == (
        "does_not_meet"
    )


def test_what_nobody_looked_at_for_the_day_is_said() -> None:
    value = DatedValue(Decimal(5), date(2018, 7, 10), None, "", date(2021, 6, 29))
    target = Target(kind="at_least", values=(value,), unit="m3")
    criterion = a_criterion(FactValue("flow"), target, question="park")
    for on, flagged in ((date(2021, 6, 29), False), (date(2021, 6, 30), True)):
        done = assess(
            a_record(fact("flow", 7)),
            criterion,
            on=on,
            questions=QUESTIONS,
            verified_until=date(2021, 6, 29),
        )
        assert (Flag.PAST_VERIFICATION in done.findings[0].flags) is flagged
        warned = [w for w in view(done).warnings if "last looked at for 29 June 2021" in w]
        assert bool(warned) is flagged


def test_a_bound_that_is_a_figure_is_named_while_it_is_unknown() -> None:
    target = Target(kind="less_than", unit="spills", field="spills")
    criterion = a_criterion(FactValue("flow"), target)
    (known,) = view(assess(a_record(fact("flow", 1), fact("spills", 9)), criterion)).requirements
    assert known.target == "<\N{NO-BREAK SPACE}9\N{NO-BREAK SPACE}spills"
    (open_,) = view(assess(a_record(fact("flow", 1)), criterion)).requirements
    assert open_.target == "<\N{NO-BREAK SPACE}spills"
