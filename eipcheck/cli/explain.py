"""``explain``: problem codes, a criterion, or a criterion for a park; and the card of ``show``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eipcheck.cli.assess import Wishes
from eipcheck.cli.console import emit_bytes
from eipcheck.cli.lines import Line, indented, pad, widest
from eipcheck.cli.screen import Screen
from eipcheck.cli.table import bar_text, style_of
from eipcheck.model.source import Source
from eipcheck.model.text import Language
from eipcheck.pipeline.explain import explain_criterion, explain_for_park
from eipcheck.reporting.codes import CodeWords, catalogue_page, code_words, labelled
from eipcheck.reporting.say import say
from eipcheck.reporting.view_parts import NumberView, ReadingView, RowsView, SourceView
from eipcheck.reporting.view_types import CardView, ExplainView

_EVERY_CODE = "codes"
"""The subject that stands for all problem codes."""

_NESTED = "\N{NO-BREAK SPACE}"
"""What indents the lines of a rule."""
_LABELS = 26
_ROWS = 12
"""Rows behind a count that are shown; the HTML report holds all."""
_ROW_ORDER = ("unknown", "yes", "no", "out")
"""Rows to be asked come first."""


def run_explain(subject: str, park: Source | None, wishes: Wishes) -> None:
    """Explain what the subject names."""
    language = wishes.language
    if subject.lower() == _EVERY_CODE:
        emit_bytes(catalogue_page(language).encode())
        return
    words = code_words(subject.upper(), language)
    screen = Screen()
    if words is not None:
        screen.lines(code_lines(subject.upper(), words, language, screen.columns))
        return
    told = explain_for_park(subject, park, wishes.request, language) if park is not None else ()
    for view in told:
        screen.lines(_park_lines(view, language, screen.columns))
    if not told:
        for card in explain_criterion(subject, wishes.request, language):
            screen.lines(card_lines(card, language, screen.columns))


def code_lines(code: str, words: CodeWords, language: Language, width: int) -> Iterator[Line]:
    """Tell a problem code: what is wrong, why it matters, how to mend it, and an instance."""
    yield ((code, "bold"),)
    told = labelled(words, language)
    labels = widest((label for label, _ in told), _LABELS)
    for label, text in told:
        yield from indented(text, width, f"  {pad(label, labels)}  ")


def card_lines(card: CardView, language: Language, width: int) -> Iterator[Line]:
    """Tell a criterion by itself."""
    yield ((card.title, "bold"), f"  {card.id}")
    yield from indented(f"{card.law} · {card.clause} · {card.kind}", width, "")
    yield from indented(card.requirement, width, "")
    yield ()
    yield from _told(
        {
            "authoring.card.set": card.set,
            "authoring.card.question": card.question,
            "authoring.card.days": card.days,
            "authoring.card.actor": card.actor,
            "authoring.card.target": "; ".join(card.bounds),
            "authoring.card.benchmark": card.benchmark,
            "authoring.card.beside": "; ".join(card.beside),
        },
        language,
        width,
    )
    yield from _listed("rule", (card.computed, *card.rule), language, width)
    yield ()
    yield from _told(
        {
            "authoring.card.otherwise": card.otherwise,
            "authoring.card.missing": card.missing,
            "if_empty": card.if_empty,
            "evidence": card.evidence_expected,
            "remedy": card.remedy,
            "sdg": ", ".join(card.sdg),
        },
        language,
        width,
    )
    yield from _readings(card.readings, language, width)
    yield from _source(card.source, language, width)


def _park_lines(view: ExplainView, language: Language, width: int) -> Iterator[Line]:
    criterion = view.criterion
    mark = criterion.declared
    if view.head.stamp:
        yield ((view.head.stamp, "bold red"),)
    yield ((criterion.title, "bold"), f"  {criterion.id}")
    yield from indented(f"{view.head.title} · {view.head.law}", width, "")
    yield from indented(f"{view.head.date.label} {view.head.date.value}", width, "")
    yield ((f"{mark.icon} {mark.word}", f"bold {style_of(mark.key)}"),)
    if criterion.differs:
        proven = f"{criterion.evidenced.icon} {criterion.evidenced.word}"
        yield from indented(say(language, "explain.evidenced", verdict=proven), width, "")
    yield from _quantity(view, language, width)
    yield from indented(criterion.requirement, width, "")
    yield from _listed("rule", (criterion.computed, *view.rule), language, width)
    yield from _listed("steps", (_at(s.text, s.cells) for s in criterion.steps), language, width)
    yield from _listed("changes", view.changes, language, width)
    yield from _listed(
        "flags", (f"{f.word}: {f.sentence}" for f in criterion.flags), language, width
    )
    yield from _listed("numbers", map(_number, criterion.numbers), language, width)
    if criterion.rows is not None:
        yield from _rows(criterion.rows, language, width)
    evidence = (_at(f"{e.document}: {e.state}", e.cell) for e in criterion.evidence)
    yield from _listed("documents", evidence, language, width)
    told = {"evidence": criterion.evidence_expected, "remedy": criterion.remedy}
    told |= {"decision": criterion.decision, "waiver": criterion.waiver}
    yield from _told(told, language, width)
    yield from _readings(criterion.readings, language, width)
    yield from _source(criterion.source, language, width)
    yield ()
    yield from indented(view.disclaimer, width, "")


def _quantity(view: ExplainView, language: Language, width: int) -> Iterator[Line]:
    criterion = view.criterion
    drawn = bar_text(criterion.bar).strip()
    observed = " ".join(part for part in (drawn, criterion.observed) if part)
    if criterion.observed_counts:
        observed += f" ({criterion.observed_counts})"
    told = {"observed": observed, "target": criterion.target, "gap": criterion.gap}
    yield from _told(told, language, width)


def _told(facts: dict[str, str], language: Language, width: int) -> Iterator[Line]:
    """Give facts with their names, leaving out those about which there is nothing to say."""
    named = {
        say(language, key if "." in key else f"explain.{key}"): text
        for key, text in facts.items()
        if text
    }
    labels = widest(named, _LABELS)
    for label, text in named.items():
        yield from indented(text, width, f"{pad(label, labels)}  ")


def _listed(key: str, texts: Iterable[str], language: Language, width: int) -> Iterator[Line]:
    """Give a heading and its lines, or nothing where there are none."""
    some = [text for text in texts if text]
    if some:
        yield ()
        yield ((say(language, f"explain.{key}"), "bold"),)
    for text in some:
        depth = len(text) - len(text.lstrip(_NESTED))
        yield from indented(text, width, "  ", " " * (depth + 4) if depth else "  ")


def _at(text: str, cells: str) -> str:
    return f"{text} [{cells}]" if cells else text


def _number(number: NumberView) -> str:
    details = [part for part in (number.year, number.source, number.quality, number.note) if part]
    told = f"{number.label}: {number.value}" + (f" ({'; '.join(details)})" if details else "")
    return _at(told, number.cell) + (f" {number.aside}" if number.aside else "")


def _rows(rows: RowsView, language: Language, width: int) -> Iterator[Line]:
    tally = " · ".join(f"{t.mark.icon} {t.text}" for t in rows.tallies)
    ordered = sorted(rows.rows, key=lambda row: _ROW_ORDER.index(row.mark.key))
    shown = (
        _at(" ".join((row.mark.icon, row.name or row.code, *_why(row.why))), row.cell)
        for row in ordered[:_ROWS]
    )
    yield from _listed("rows", (rows.caption, rows.complete, tally, *shown), language, width)
    if len(rows.rows) > _ROWS:
        more = say(language, "terminal.more", n=len(rows.rows) - _ROWS)
        yield from indented(more, width, "  ", style="dim")


def _why(reasons: tuple[str, ...]) -> tuple[str, ...]:
    return (f"({'; '.join(reasons)})",) if reasons else ()


def _readings(readings: tuple[ReadingView, ...], language: Language, width: int) -> Iterator[Line]:
    texts = []
    for reading in readings:
        texts.append(f"{reading.id} {reading.question} {reading.chosen}")
        if reading.others:
            others = "; ".join(reading.others)
            texts.append("    " + say(language, "explain.others", others=others))
    yield from _listed("readings", texts, language, width)


def _source(source: SourceView, language: Language, width: int) -> Iterator[Line]:
    confidence = f"{source.confidence.icon} {source.confidence.word}. {source.confidence_sentence}"
    texts = (source.text, confidence, source.verified, source.note, *source.urls)
    yield from _listed("source", texts, language, width)
