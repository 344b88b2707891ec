"""The shapes of ``fields.yaml``, of cases, of mappings and of waivers."""

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
    either,
    holding,
    many,
    matching,
    named,
    shape,
    when,
    word,
)
from eipcheck.model.assessment import Flag, Force
from eipcheck.model.criterion import CONFIDENCE, Verdict
from eipcheck.model.dictionary import FieldType, Layout, NeedsDocument
from eipcheck.model.record import DocumentState, Quality, Scope

FIELD_ID = re.compile(r"[a-z][a-z0-9_]*")
MAPPING_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WORD_LISTS = ("yes", "no", "zero", "missing")
_ID = matching(FIELD_ID)

CHOICE = shape({"id": _ID, "label": WORDS, "aliases?": many(TEXT)})
RANGE = shape({"from?": NUMBER, "to?": NUMBER})
FIELD = shape(
    {
        "id": _ID,
        "label": WORDS,
        "type": word(FieldType),
        "unit?": TEXT,
        "choices?": many(CHOICE),
        "aliases?": many(TEXT),
        "blank_means?": TEXT,
        "plausible?": RANGE,
        "better?": many(TEXT),
        "needs_document?": word(NeedsDocument),
        "asked_of": TEXT,
        "found_in?": WORDS,
        "note?": WORDS,
        "since?": TEXT,
        "not_before?": TEXT,
        "part_of?": TEXT,
        "parts_add_up?": FLAG,
        "at_most?": TEXT,
        "capacity?": TEXT,
        "evidence?": TEXT,
        "confidential?": FLAG,
    },
    **when(holding(type={"const": FieldType.CHOICE.value}), {"required": ["choices"]}),
)
LABELLED = shape({"id": _ID, "label": WORDS})
DECLARATION = shape(
    {"id": _ID, "label": WORDS, "scope?": named(TEXT), "asked_of": TEXT, "found_in?": WORDS}
)
_FIELDS = many(FIELD)
_DECLARATIONS = many(DECLARATION)
SHEET = shape(
    {
        "id": _ID,
        "label": WORDS,
        "layout": word(Layout),
        "note?": WORDS,
        "aliases?": many(TEXT),
        "key?": TEXT,
        "rows?": many(TEXT),
        "covers?": TEXT,
        "declarations?": _DECLARATIONS,
        "fields": _FIELDS,
    }
)
ADDED_SHEET = shape({"id": _ID, "fields": _FIELDS, "declarations?": _DECLARATIONS})
CONVERSION = shape({"names": many(TEXT), "times": {"type": "number", "exclusiveMinimum": 0}})
UNIT = shape(
    {
        "id": _ID,
        "label": WORDS,
        "aliases?": many(TEXT),
        "converted?": many(CONVERSION),
        "incomplete?": many(TEXT),
        "per?": many(TEXT),
    }
)
WORD_TABLE = shape({kind: many(TEXT) for kind in WORD_LISTS})
DICTIONARY = shape(
    {
        "version": TEXT,
        "parties": many(LABELLED),
        "units": many(UNIT),
        "words": WORD_TABLE,
        "sheets": many(SHEET),
    }
)
_NEW_OR_KNOWN: Json = {
    "if": {"required": ["label"]},
    "then": SHEET.schema,
    "else": ADDED_SHEET.schema,
}
ADDITION = shape({"parties?": many(LABELLED), "units?": many(UNIT), "sheets": many(_NEW_OR_KNOWN)})

BOUND, WRONG_SIDE = "bound", "wrong_side"
UNBOUNDED = "none"
"""How a case writes that there is no such number: an open end, or a number of no avail."""
ABSENT = "absent"
"""How a case writes that its criterion does not hold on the day."""
EXPECTED_NUMBERS = ("low", "high", "at_least_more", "at_most_more", "yes_to_meet", "no_to_miss")
FRACTION = re.compile(r"([0-9]+)/([1-9][0-9]*)")
RESULTS = ("met", "not_met")

_SAID = {"type": ["string", "number"], "pattern": "\\S"}
_CITED = many(TEXT)
FACT = shape(
    {
        "value": _SAID,
        "year?": WHOLE,
        "as_of?": DAY,
        "scope?": word(Scope),
        "quality?": word(Quality),
        "source?": TEXT,
        "documents?": _CITED,
        "note?": TEXT,
    }
)
TICK = shape({"id": TEXT, "from?": DAY, "to?": DAY, "documents?": _CITED, "declared_by?": TEXT})
DOCUMENT = shape(
    {
        "state?": word(DocumentState),
        "kind?": TEXT,
        "number?": TEXT,
        "issuer?": TEXT,
        "date?": DAY,
        "valid_until?": DAY,
        "file?": TEXT,
    }
)
JUDGEMENT = shape(
    {"criterion": TEXT, "result": word(RESULTS), "by": TEXT, "date?": DAY, "documents?": _CITED}
)
_STATEMENT = either(_SAID, FACT)
_ROW = {**named(either(_SAID, _CITED)), "properties": {"times": WHOLE}}
GIVEN = shape(
    {
        "facts?": named(either(_STATEMENT, many(_STATEMENT))),
        "complete?": many(either(TEXT, TICK)),
        "incomplete?": many(either(TEXT, TICK)),
        "rows?": named(many(_ROW)),
        "documents?": named(DOCUMENT),
        "judgements?": many(JUDGEMENT),
    }
)
_EXACT = either(NUMBER, {"const": UNBOUNDED}, matching(FRACTION), matching(PERCENT_FORM))
EXPECT_ABSENT = shape({"verdict": word((ABSENT,)), "force?": word(Force)})
EXPECT = shape(
    {
        "verdict": word((*Verdict, ABSENT)),
        "force?": word(Force),
        "evidenced?": word(Verdict),
        "flags?": many(word(Flag), blank=True),
        "enterprises?": named(word(Verdict)),
        "enterprises_evidenced?": named(word(Verdict)),
        **{f"{number}?": _EXACT for number in EXPECTED_NUMBERS},
    },
    **when(holding(verdict={"const": ABSENT}), EXPECT_ABSENT.schema),
)
CASE = shape(
    {
        "name": TEXT,
        "criterion?": TEXT,
        "as_of": DAY,
        "registration?": DAY,
        "readings?": named(TEXT),
        "at?": word((BOUND, WRONG_SIDE)),
        "todo?": FLAG,
        "given": GIVEN,
        "expect": EXPECT,
    }
)
_EACH_NAMED = {"properties": {"cases": {"items": {"required": ["criterion"]}}}}
CASE_FILE = shape(
    {"criterion?": TEXT, "cases": many(CASE)}, anyOf=[{"required": ["criterion"]}, _EACH_NAMED]
)

MAPPING_SOURCE = shape({"document": TEXT, "confidence": word(CONFIDENCE), "note?": WORDS})
_MEANINGS = {**named(TEXT), "propertyNames": TEXT}  # a blank cell is unknown, always
COLUMN = shape({"field": TEXT, "headings": many(TEXT), "unit?": TEXT, "values?": _MEANINGS})
MAPPED_SHEET = shape(
    {
        "sheet": TEXT,
        "names?": many(TEXT),
        "recognised_by?": many(TEXT),
        "columns?": many(COLUMN, blank=True),
        "ignored?": many(TEXT, blank=True),
    },
    anyOf=[{"required": ["names"]}, {"required": ["recognised_by"]}],
)
MAPPING = shape(
    {
        "id": matching(MAPPING_ID),
        "title": WORDS,
        "source": MAPPING_SOURCE,
        "sheets": many(MAPPED_SHEET, blank=True),
    }
)
EQUIVALENT = shape({"mutants": many(TEXT), "reason": TEXT})
EQUIVALENT_LIST = shape({"equivalent": many(EQUIVALENT)})

WAIVER = shape(
    {
        "criterion": TEXT,
        "reason": TEXT,
        "approved_by": TEXT,
        "granted": DAY,
        "expires": DAY,
        "document": TEXT,
    }
)

RUN_OPTIONS = shape(
    {
        "criteria?": many(TEXT),
        "as_of?": DAY,
        "lang?": TEXT,
        "readings?": named(TEXT),
        "mappings?": many(TEXT),
        "limits?": named(WHOLE),
        "templates?": many(TEXT),
        "audience?": TEXT,
        "fail_on?": many(TEXT),
        "convert_legacy?": FLAG,
        "allow_unverified?": FLAG,
    }
)
