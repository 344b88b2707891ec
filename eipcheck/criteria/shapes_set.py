"""The shapes of ``set.yaml`` and of the files of clauses: the criteria language."""

from __future__ import annotations

import re

from eipcheck.criteria.shape import (
    DAY,
    FLAG,
    NUMBER,
    PERCENT_FORM,
    TEXT,
    WHOLE,
    WORDS,
    Json,
    Shape,
    by_reading,
    either,
    holding,
    many,
    matching,
    maybe_by_reading,
    named,
    one_kind,
    ref,
    shape,
    when,
    word,
)
from eipcheck.model.criterion import CONFIDENCE, Effect, Kind, Per, Status, Verdict
from eipcheck.model.record import Scope

ACTORS = ("developer", "enterprises", "park")
IF_EMPTY = (Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED, Verdict.NEEDS_REVIEW)
OTHERWISE = (Verdict.NOT_MET, Verdict.NEEDS_REVIEW)
SCOPES = (*(scope.value for scope in Scope), "assessed")
YEARS = ("last", "three", "all")
MOST_YEARS = 50
SIDES = 2  # as many enterprises can differ
BOUNDS = ("at_least", "at_most", "more_than", "less_than", "exactly")
ROUNDINGS = ("exact", "nearest")
SET_ID = re.compile(r"[a-z0-9]+([-.][a-z0-9]+)*")  # a dot for versions, as in framework-1.0
NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*")
CARD_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
SDG = re.compile(r"(1[0-7]|[1-9])(\.([1-9][0-9]?|[a-d]))?")
URL = re.compile(r"https?://[^\s<>\"]+")

CONDITION, MEASURE = ref("condition"), ref("measure")
TARGET, PLAIN_TARGET = ref("target"), ref("plain_target")
CONFIDENT = word(CONFIDENCE)

PARAMETER = shape({"parameter": TEXT})
_MONTHS = either(WHOLE, PARAMETER)

IS = shape({"field": TEXT, "value": TEXT})
IN = shape({"field": TEXT, "values": many(TEXT)})
BOUNDED = shape({"field": TEXT, "value": NUMBER})
VALID_ON = shape({"from?": TEXT, "until?": TEXT}, minProperties=1)
WITHIN = shape({"field": TEXT, "months": _MONTHS, "before": TEXT})
_TWO = {"minItems": SIDES, "maxItems": SIDES, "uniqueItems": True}
DIFFER = shape({"fields": {**many(TEXT), **_TWO}})
HAS_ROW = shape({"table": TEXT, "where": CONDITION})
HOLDS = shape({"measure": MEASURE, "target": PLAIN_TARGET})
BY_READING = "by_reading"
ONLY_READINGS = by_reading({})
_CONDITION_BY_READING: Json = by_reading(CONDITION).schema["properties"][BY_READING]

CONDITIONS: dict[str, Json | Shape] = {
    "is": IS,
    "in": IN,
    "at_least": BOUNDED,
    "at_most": BOUNDED,
    "valid_on": VALID_ON,
    "within": WITHIN,
    "differ": DIFFER,
    "has_row": HAS_ROW,
    "holds": HOLDS,
    "all": many(CONDITION, blank=True),
    "any": many(CONDITION),
    "not": CONDITION,
    "either": many(CONDITION),
    "term": TEXT,
    BY_READING: _CONDITION_BY_READING,
}

_SUMMAND = either(TEXT, by_reading(many(TEXT, blank=True)))
SUM = shape(
    {"fields": many(_SUMMAND), "part_of?": TEXT, "other_parts?": many(_SUMMAND)},
    dependencies={"other_parts": ["part_of"]},
)
RATIO = shape(
    {
        "of": either(TEXT, shape({"sum": SUM})),
        "to": TEXT,
        "years_may_differ?": FLAG,
        "scope?": maybe_by_reading(word(SCOPES)),
    }
)
AMONG = shape({"table": TEXT, "among": CONDITION, "where": CONDITION})
COUNT = shape({"table": TEXT, "where": CONDITION, "networks?": many(TEXT)})
ROW_SUM = shape({"table": TEXT, "field": TEXT, "where": CONDITION})
EACH_YEAR = shape(
    {
        "table": TEXT,
        "year": TEXT,
        "where": CONDITION,
        "years": word(YEARS),
        "since?": TEXT,
        "grace_months?": _MONTHS,
    },
    **when(holding(years={"const": "all"}), {"required": ["since"]}),
)
AVERAGE = shape(
    {
        "field": TEXT,
        "years": either({"type": "integer", "minimum": 1, "maximum": MOST_YEARS}, PARAMETER),
    }
)
EITHER = shape(
    {
        "register": one_kind({"share": AMONG, "count": COUNT}),
        "typed": one_kind({"ratio": RATIO, "value": TEXT}),
        "typed_when?": named(TEXT),
    }
)
_MEASURE_BY_READING: Json = by_reading(MEASURE).schema["properties"][BY_READING]

MEASURES: dict[str, Json | Shape] = {
    "answer": CONDITION,
    "value": TEXT,
    "sum": SUM,
    "ratio": RATIO,
    "share": AMONG,
    "count": COUNT,
    "row_sum": ROW_SUM,
    "every": AMONG,
    "none": AMONG,
    "each_year": EACH_YEAR,
    "either": EITHER,
    "average": AVERAGE,
    BY_READING: _MEASURE_BY_READING,
}

_BOUND = either(NUMBER, matching(PERCENT_FORM))
DATED = shape(
    {"value": _BOUND, "from": DAY, "to?": DAY, "reference?": TEXT, "verified_until?": DAY}
)
BOUND_FIELD = shape({"field": TEXT})
_ANY_BOUND = either(NUMBER, matching(PERCENT_FORM), many(DATED), BOUND_FIELD)
ANSWER_KIND = "answer"
PLAIN = shape(
    {
        **{f"{kind}?": _ANY_BOUND for kind in BOUNDS},
        f"{ANSWER_KIND}?": word(("yes",)),
        "unit?": TEXT,
        "rounding?": word(ROUNDINGS),
        "partly_from?": _BOUND,
        "credit?": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
    },
    oneOf=[{"required": [kind]} for kind in (*BOUNDS, ANSWER_KIND)],
    dependencies={
        ANSWER_KIND: {"maxProperties": 1},
        "partly_from": ["credit"],
        "credit": ["partly_from"],
    },
    allOf=[
        rule
        for kind in BOUNDS
        for rule in (
            when(holding(**{kind: NUMBER}), {"required": ["unit"]}),
            when(holding(**{kind: {"type": "string"}}), {"not": {"required": ["unit"]}}),
            when(holding(**{kind: {"type": "object"}}), {"maxProperties": 1}),
        )
    ],
)

SOURCE = shape(
    {
        "document": TEXT,
        "article?": TEXT,
        "clause": TEXT,
        "urls": many(matching(URL), blank=True),
        "confidence": CONFIDENT,
        "note?": WORDS,
        "verified_by?": TEXT,
        "verified_on?": DAY,
    },
    dependencies={"verified_by": ["verified_on"], "verified_on": ["verified_by"]},
)
_OF_ROWS = [{"required": [kind]} for kind in ("share", "every", "none")]
_OF_SHARE = holding(either=holding(register={"required": ["share"]}))
CARD = shape(
    {
        "id": matching(CARD_ID),
        "clause": TEXT,
        "kind": maybe_by_reading(word(Kind)),
        "actor": word(ACTORS),
        "title": WORDS,
        "requirement": WORDS,
        "computed": WORDS,
        "question?": TEXT,
        "applies_when?": CONDITION,
        "measure": MEASURE,
        "target?": TARGET,
        "if_empty?": word(IF_EMPTY),
        "otherwise?": maybe_by_reading(word(OTHERWISE)),
        "review_when?": CONDITION,
        "benchmark?": PLAIN_TARGET,
        "beside?": many(TEXT),
        "evidence": WORDS,
        "remedy": WORDS,
        "sdg?": many(matching(SDG), blank=True),
        "from?": DAY,
        "to?": DAY,
        "source": SOURCE,
    },
    **when(holding(measure={"anyOf": [*_OF_ROWS, _OF_SHARE]}), {"required": ["if_empty"]}),
)
CLAUSE_FILE = shape({"clause": TEXT, "criteria": many(CARD)})

_ID = matching(NAME)
QUESTION = shape({"id": _ID, "title": WORDS, "per?": word(Per), "possible_when?": CONDITION})
OPTION = shape({"id": _ID, "label": WORDS})
READING = shape({"id": _ID, "question": WORDS, "default": TEXT, "options": many(OPTION)})
CLAUSE = shape({"id": TEXT, "title": WORDS})
TERM = shape({"id": _ID, "meaning": WORDS, "condition": CONDITION})
NAMED_NUMBER = shape(
    {"id": _ID, "meaning": WORDS, "value": WHOLE, "reference": TEXT, "confidence": CONFIDENT}
)
CHANGE = shape(
    {
        "topic": WORDS,
        "before": WORDS,
        "after": WORDS,
        "effect": word(Effect),
        "old?": many(TEXT, blank=True),
        "new?": many(TEXT, blank=True),
        "confidence": CONFIDENT,
    }
)
PERIOD = shape({"from": DAY, "to?": DAY})
SET = shape(
    {
        "id": matching(SET_ID),
        "version": TEXT,
        "title": WORDS,
        "document": WORDS,
        "article?": TEXT,
        "status": word(Status),
        "in_force?": PERIOD,
        "supersedes?": TEXT,
        "superseded_by?": WORDS,
        "verification": WORDS,
        "verified": FLAG,
        "force_note?": WORDS,
        "verified_until?": DAY,
        "questions?": many(QUESTION, blank=True),
        "readings?": many(READING, blank=True),
        "parameters?": many(NAMED_NUMBER, blank=True),
        "clauses": many(CLAUSE),
        "terms?": many(TERM, blank=True),
        "changes?": many(CHANGE),
        "waivable": FLAG,
        "partial_credit": FLAG,
        "needs_allow_unverified": FLAG,
        "old_after_years": WHOLE,
    },
    dependencies={"changes": ["supersedes"]},
)
