"""Writes the form with answers in it: for examples, for tests, and for the blank form."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.workbook.workbook import Workbook

from eipcheck.model.criterion import CriteriaSet
from eipcheck.model.dictionary import DataDictionary, Layout
from eipcheck.model.text import Language
from eipcheck.workbook.content import Content, FactRow
from eipcheck.workbook.form_choices import Choices
from eipcheck.workbook.form_facts import FactsSheet
from eipcheck.workbook.form_guide import write_guide
from eipcheck.workbook.form_lists import ListSheet
from eipcheck.workbook.form_pack import packed


def filled_bytes(
    dictionary: DataDictionary,
    language: Language,
    content: Content,
    sets: Sequence[CriteriaSet] = (),
) -> bytes:
    """Give the form as an xlsx file that holds ``content``.

    The same arguments give the same bytes. Text is data: nothing in it becomes a formula. The
    guide says for which ``sets`` the form was made; none: for all.

    Raises:
        KeyError: an answer is for a field, sheet or declaration that the dictionary lacks.
    """
    return packed(filled_book(dictionary, language, content, sets))


def filled_book(
    dictionary: DataDictionary,
    language: Language,
    content: Content,
    sets: Sequence[CriteriaSet] = (),
) -> Workbook:
    """Do as ``filled_bytes``, giving the workbook before it is packed."""
    _check(dictionary, content)
    facts: dict[str, list[FactRow]] = {}
    for fact in content.facts:
        facts.setdefault(fact.field, []).append(fact)
    declared = {d.id: d for d in content.declarations}
    book = Workbook()
    choices = Choices(language)
    guide = book.worksheets[0]
    write_guide(guide, dictionary, language, sets)
    for spec in dictionary.sheets:
        sheet = book.create_sheet(spec.label.in_(language))
        if spec.layout is Layout.FACTS:
            FactsSheet(sheet, spec, dictionary, choices).write(language, facts)
        else:
            rows = content.rows.get(spec.id, ())
            ListSheet(sheet, spec, dictionary, choices).write(language, rows, declared)
    choices.write(book)
    return book


def _check(dictionary: DataDictionary, content: Content) -> None:
    """Refuse answers that the form has no place for, which would be lost silently."""
    facts = {f.id for s in dictionary.sheets if s.layout is Layout.FACTS for f in s.fields}
    lists = {s.id: {f.id for f in s.fields} for s in dictionary.sheets if s.layout is Layout.LIST}
    declarations = {d.id for s in dictionary.sheets for d in s.declarations}
    lost = {f.field for f in content.facts} - facts
    lost |= set(content.rows) - set(lists)
    lost |= {d.id for d in content.declarations} - declarations
    for sheet, rows in content.rows.items():
        lost |= {f for row in rows for f in row} - lists.get(sheet, set())
    if lost:
        raise KeyError(*sorted(lost))
