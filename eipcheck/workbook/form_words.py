"""The words of the form that are made from the dictionary: headings and notes of its fields."""

from __future__ import annotations

from eipcheck.model.dictionary import DataDictionary, Field, FieldType
from eipcheck.model.text import Language, Text

_FOUND_IN = Text("Tìm ở: {words}", "Found in: {words}")
_ASKED_OF = Text("Hỏi: {words}", "Ask: {words}")
_HOW = {
    FieldType.DATE: Text("Ngày: dd/mm/yyyy.", "A date: dd/mm/yyyy."),
    FieldType.YEAR: Text("Năm, ví dụ 2019.", "A year, such as 2019."),
    FieldType.INTEGER: Text("Số nguyên.", "A whole number."),
    FieldType.CHOICE: Text("Chọn trong danh sách.", "Choose from the list."),
    FieldType.YES_NO: Text("Có hoặc Không.", "Yes or No."),
    FieldType.ENTERPRISE: Text(
        "Mã số thuế hoặc tên đúng như ở sheet danh sách doanh nghiệp.",
        "The tax code or the name as on the sheet of enterprises.",
    ),
    FieldType.DOCUMENTS: Text(
        "Mã tài liệu ở sheet Minh chứng; nhiều mã cách nhau bằng dấu chấm phẩy.",
        "Document ids of the Evidence sheet, separated by semicolons.",
    ),
}
_PERCENT = Text("Ghi số phần trăm: 85 là 85 %.", "In percent: 85 means 85 %.")


def heading(field: Field, dictionary: DataDictionary, language: Language) -> str:
    """Give the heading of a list column: the label, with the unit in brackets."""
    label = field.label.in_(language)
    return f"{label} ({unit(field, dictionary, language)})" if field.unit else label


def unit(field: Field, dictionary: DataDictionary, language: Language) -> str:
    """Give the unit of a field in words, empty where it has none."""
    return next((u.label.in_(language) for u in dictionary.units if u.id == field.unit), "")


def explanation(field: Field, dictionary: DataDictionary, language: Language) -> str:
    """Say what to enter, where it is found and whom to ask."""
    lines = [field.note.in_(language)]
    if field.type in _HOW:
        lines.append(_HOW[field.type].in_(language))
    if field.unit == "percent":
        lines.append(_PERCENT.in_(language))
    if field.found_in.in_(language):
        lines.append(_FOUND_IN.in_(language).format(words=field.found_in.in_(language)))
    lines.append(asked_of(field.asked_of, dictionary, language))
    return "\n".join(line for line in lines if line)


def asked_of(party: str, dictionary: DataDictionary, language: Language) -> str:
    """Say whom to ask."""
    name = next((p.label.in_(language) for p in dictionary.parties if p.id == party), "")
    return _ASKED_OF.in_(language).format(words=name) if name else ""


def found_in(words: Text, language: Language) -> str:
    """Say in which document an answer is found."""
    found = words.in_(language)
    return _FOUND_IN.in_(language).format(words=found) if found else ""
