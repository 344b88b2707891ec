"""Reads criteria cards: one testable requirement or advisory each."""

from __future__ import annotations

from eipcheck.criteria.conditions import NUMBERS, PARK
from eipcheck.criteria.fit import NOTHING, check_fit, leaves
from eipcheck.criteria.measures import MeasureReader
from eipcheck.criteria.problems import nearest
from eipcheck.criteria.reader import Map
from eipcheck.criteria.shapes_set import (
    ACTORS,
    CARD,
    CARD_ID,
    IF_EMPTY,
    ONLY_READINGS,
    OTHERWISE,
    SDG,
    SOURCE,
    URL,
)
from eipcheck.criteria.sheets import REGISTER
from eipcheck.criteria.targets import read_days, read_target
from eipcheck.model.criterion import (
    CONFIDENCE,
    ByReading,
    Criterion,
    Kind,
    Per,
    Source,
    Verdict,
)
from eipcheck.model.dictionary import FieldType
from eipcheck.model.measure import EitherMeasure, Every, Measure, NoneOf, Share, Target
from eipcheck.model.text import NO_TEXT


def read_card(entry: Map, clause: str, reader: MeasureReader) -> Criterion:
    """Read one card of the file of ``clause``."""
    entry.only(CARD)
    reader.start_card()
    measure = reader.measure(entry.map("measure"))
    target = reader.target(entry.map("target")) if "target" in entry else None
    applies = reader.condition(entry.map("applies_when"), PARK) if "applies_when" in entry else None
    question = _question(entry, reader)
    per_enterprise = bool(question) and reader.names.questions[question].per is Per.ENTERPRISES
    scope = REGISTER if per_enterprise else PARK
    review = reader.condition(entry.map("review_when"), scope) if "review_when" in entry else None
    benchmark = _benchmark(entry, measure, reader)
    kind = _kind(entry, reader)
    otherwise = _otherwise(entry, reader)
    start, end = read_days(entry)
    if target is not None:
        check_fit(entry, measure, target, reader.names.dictionary)
    elif kind is not Kind.ADVISORY and not per_enterprise:
        entry.report("C202", None, item="target")
    if per_enterprise and (target is not None or not _of_each_enterprise(measure)):
        entry.report("C428", "question", question=question)
    place = entry.place()
    return Criterion(
        id=_id(entry),
        clause=_clause(entry, clause),
        kind=kind,
        actor=entry.one_word("actor", ACTORS),
        title=entry.words("title"),
        requirement=entry.words("requirement"),
        measure=measure,
        target=target,
        source=_source(entry.map("source")),
        evidence_expected=entry.words("evidence"),
        remedy=entry.words("remedy"),
        computed=entry.words("computed"),
        sdg=_sdg(entry),
        applies_when=applies,
        if_empty=_if_empty(entry, measure),
        otherwise=otherwise,
        review_when=review,
        question=question or None,
        benchmark=benchmark,
        beside=_beside(entry, reader),
        readings=_used(reader),
        start=start,
        end=end,
        file=place.file,
        line=place.line,
    )


def _question(entry: Map, reader: MeasureReader) -> str:
    """Read which question the card decides: the first of the set, unless it names another."""
    questions = reader.names.questions
    name = entry.text("question", next(iter(questions), ""))
    if name and name not in questions:
        entry.report("C427", "question", name=name, known=nearest(name, questions))
        return ""
    reader.names.used_questions.add(name)
    return name


def _of_each_enterprise(measure: Measure) -> bool:
    """Say whether a measure asks something of each row of the register."""
    found = [leaf for _, leaf in leaves(measure)]
    return NOTHING in found or all(isinstance(m, Share) and m.table == REGISTER for m in found)


def _benchmark(entry: Map, measure: Measure, reader: MeasureReader) -> Target | None:
    """Read a mark to compare with that is not law; it has no readings."""
    if "benchmark" not in entry:
        return None
    found = read_target(entry.map("benchmark"), reader.names)
    check_fit(entry, measure, found, reader.names.dictionary)
    return found


def _beside(entry: Map, reader: MeasureReader) -> tuple[str, ...]:
    """Read the fields of facts sheets that are shown beside the result."""
    kinds = (*NUMBERS, FieldType.TEXT, FieldType.DATE, FieldType.YEAR)
    items = entry.items("beside", required=False)
    found = []
    for index, item in enumerate(items.data):
        one = Map(entry.document, {"beside": item}, entry.problems, at=items.place(index))
        field = reader.field(one, "beside", PARK, kinds)
        found += [field.id] if field else []
    return tuple(found)


def _id(entry: Map) -> str:
    """Read the id: readable words, never the number of a clause, which may be corrected."""
    found = entry.text("id")
    number = str(entry.data.get("clause", "")).split(".")[0]
    if found and not CARD_ID.fullmatch(found):
        entry.report("C418", "id", id=found)
    elif number in found.split("-"):
        entry.report("C419", "id", id=found, clause=number)
    return found


def _clause(entry: Map, clause: str) -> str:
    found = entry.text("clause")
    if found and clause and found != clause and not found.startswith(f"{clause}."):
        entry.report("C420", "clause", clause=found, file_clause=clause)
    return found


def _kind(entry: Map, reader: MeasureReader) -> Kind | ByReading:
    if type(entry.data.get("kind")) is not dict:
        return entry.choice("kind", Kind)
    return _chosen(entry.map("kind"), tuple(Kind), reader)


def _otherwise(entry: Map, reader: MeasureReader) -> Verdict | ByReading:
    if type(entry.data.get("otherwise")) is not dict:
        return Verdict(_one(entry, "otherwise", OTHERWISE, Verdict.NOT_MET))
    return _chosen(entry.map("otherwise"), OTHERWISE, reader)


def _chosen(entry: Map, allowed: tuple[str, ...], reader: MeasureReader) -> ByReading:
    entry.only(ONLY_READINGS)
    reading, options = reader.by_reading(
        entry, lambda inner, option: str(inner.one_word(option, allowed))
    )
    return ByReading(reading, options)


def _one(entry: Map, key: str, allowed: tuple[Verdict, ...], default: Verdict) -> str:
    found = entry.one_word(key, allowed, default)
    return found if found in allowed else default


def _if_empty(entry: Map, measure: Measure) -> Verdict:
    """Read what holds where nothing can be counted; asked of measures that divide or quantify."""
    found = [leaf for _, leaf in leaves(measure)]
    needed = any(_may_be_empty(leaf) for leaf in found)
    if needed and "if_empty" not in entry:
        entry.report("C202", None, item="if_empty")
    if not needed and "if_empty" in entry and NOTHING not in found:
        entry.report("C421", "if_empty")
    return Verdict(_one(entry, "if_empty", IF_EMPTY, Verdict.UNDETERMINED))


def _may_be_empty(measure: Measure) -> bool:
    counted = measure.register if isinstance(measure, EitherMeasure) else measure
    return isinstance(counted, Share | Every | NoneOf)


def _sdg(entry: Map) -> tuple[str, ...]:
    found = entry.texts("sdg", required=False, blank=True)
    for target in found:
        if not SDG.fullmatch(target):
            entry.report("C422", "sdg", value=target)
    return found


def _source(entry: Map) -> Source:
    entry.only(SOURCE)
    urls = entry.texts("urls", blank=True)
    for url in urls:
        if not URL.fullmatch(url):
            entry.report("C423", "urls", value=url)
    if ("verified_by" in entry) is not ("verified_on" in entry):
        missing = "verified_on" if "verified_by" in entry else "verified_by"
        entry.report("C202", None, item=missing)
    return Source(
        document=entry.text("document"),
        article=entry.text("article", ""),
        clause=entry.text("clause"),
        urls=urls,
        confidence=entry.one_word("confidence", CONFIDENCE),
        note=entry.words("note", NO_TEXT),
        verified_by=entry.text("verified_by") if "verified_by" in entry else None,
        verified_on=entry.maybe_day("verified_on"),
    )


def _used(reader: MeasureReader) -> tuple[str, ...]:
    """Give the readings that touch the card, in the order of the set."""
    reader.names.used_readings |= reader.readings
    return tuple(name for name in reader.names.readings if name in reader.readings)
