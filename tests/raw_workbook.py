"""Workbooks of one sheet written by hand: rows that are plain, and rows that are not quite."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
FORMATS = (
    "General",
    "dd/mm/yyyy",
    "0.0%",
    '0" m2"',
    "#,##0,",
    "h:mm",
    "[h]:mm",
    '"d;"0',
    '_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-;_-* "-"??\\ _₫_-;_-@_-',
    "yyyy\\-mm\\-dd;@",
    "0.00E+00",
    "[Red]0",
    "dd/mm/yyyy hh:mm",
)
"""Formats of styles 0, 1, 2 and so on."""


def made(
    cells: str, strings: str | None = None, *, around: tuple[str, str] = ("", ""), book: str = ""
) -> bytes:
    """Write a workbook of one sheet with these rows; styles are those of ``FORMATS``."""
    own = "".join(
        f'<numFmt numFmtId="{164 + i}" formatCode="{_escaped(f)}"/>' for i, f in enumerate(FORMATS)
    )
    styles = "".join(f'<xf numFmtId="{164 + i}" xfId="0"/>' for i in range(len(FORMATS)))
    before, behind = around
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/xl/{part}.xml" ContentType="{TYPE}{kind}+xml"/>'
            for part, kind in (
                ("workbook", "sheet.main"),
                ("worksheets/sheet1", "worksheet"),
                ("styles", "styles"),
                ("sharedStrings", "sharedStrings"),
            )
            if part != "sharedStrings" or strings is not None
        )
        + "</Types>",
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{book}<sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts>'
        "<fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders>"
        f"<cellStyleXfs><xf/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{before}'
        f"<sheetData>{cells}</sheetData>{behind}</worksheet>",
    }
    if strings is not None:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;")


def _relations(*targets: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{i}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def row(*cells: str, number: int = 1, more: str = "") -> str:
    """Write a row; each cell is what follows its address, or None for none."""
    inner = "".join(
        f'<c r="{letter}{number}"{cell}' for letter, cell in zip("ABCDEFGH", cells, strict=False)
    )
    return f'<row r="{number}"{more}>{inner}</row>'


def number(text: str, style: int | None = None) -> str:
    """Write what follows the address of a cell that holds a number."""
    named = "" if style is None else f' s="{style}"'
    return f"{named}><v>{text}</v></c>"


def text(words: str, space: str = "") -> str:
    """Write what follows the address of a cell with a text of its own."""
    return f' t="inlineStr"><is><t{space}>{words}</t></is></c>'


KEEP = ' xml:space="preserve"'

PLAIN = {
    "blanks": row("/>", ' s="1"/>', ' s="2" />', ' s="0" t="n" />', "></c>"),
    "numbers": row(*map(number, ("0", "-0", "-5", "007", "123456789012345", "0.1", "-12.5"))),
    "all digits of a float": row(number("0.10000000000000001"), number("123.45678901234567")),
    "dates": row(number("45000", 1), number("10000", 1), number("99999", 9)),
    "percent": row(number("0.25", 2), number("1", 2), ' s="2" t="b"><v>0</v></c>'),
    "units": row(number("12", 3), number("12.5", 3), number("12", 4), number("5", 8)),
    "yes and no": row(' t="b"><v>0</v></c>', ' t="b"><v>1</v></c>', ' s="1" t="b"><v>1</v></c>'),
    "texts": row(*map(text, ("1.234,5", "0301234567", "#REF!", "a\nb", "=1+1", "\u00a0a\u2003"))),
    "letters apart": row(text("Nu\u031bo\u031b\u0301c tha\u0309i"), text("\U0001f3ed \u20ab")),
    "signs": row(*map(text, ("a &amp; b &lt; c", "&amp; a &amp;", "&quot; &gt;", "&apos;5"))),
    "kept spaces": row(*(text(t, KEEP) for t in (" a ", "  ", "\ta\n", "\n", "a &amp; "))),
    "text with a style": row(' s="2" t="inlineStr"><is><t>5%</t></is></c>', ' s="1"/>'),
    "text in a date style": row(' s="1" t="inlineStr"><is><t>2019</t></is></c>'),
    "data that starts anywhere": '<row r="3"><c r="C3"><v>1</v></c><c r="F3" s="1"/></row>'
    '<row r="4"/><row r="9"><c r="A9"><v>2</v></c></row><row r="12"/>',
    "gaps": '<row r="1"><c r="A1"><v>1</v></c><c r="Z1"><v>2</v></c><c r="ZZ1"><v>3</v></c></row>',
    "no rows": "",
    "rows that say more": row(number("1"), more=' spans="1:9" ht="15" customHeight="1" hidden="1"'),
    "last row": '<row r="2"><c r="B2"><v>1</v></c></row><row r="199999"/>',
}
"""Rows that calamine reads, and must read like openpyxl."""

DOUBTFUL = {
    "error": row(' t="e"><v>#REF!</v></c>'),
    "error of a date": row(' s="1" t="e"><v>#N/A</v></c>'),
    "formula": row("><f>1+1</f><v>2</v></c>"),
    "formula without a result": row("><f>1+1</f></c>", "><f>1</f><v></v></c>"),
    "formula that gives a text": row(' t="str"><f>"a"</f><v>a</v></c>'),
    "formula that gives an empty text": row(' t="str"><f>""</f><v></v></c>'),
    "text result": row(' t="str"><v>a</v></c>'),
    "17 digits": row(number("12345678901234567")),
    "16 digits": row(number("1234567890123456")),
    "power of ten": row(number("1E3"), number("1.5E-05")),
    "whole fraction": row(number("3.0"), number("3.00000000000000000001")),
    "fraction that a float loses": row(number("123456789012.00001")),
    "signs of numbers": row(number("+5"), number(" 5 "), number(".5"), number("5.")),
    "no number": row(number("five")),
    "empty value": row("><v></v></c>", "><v/></c>"),
    "ISO date": row(' t="d"><v>2019-05-01</v></c>'),
    "date with a time": row(number("45000.5", 1)),
    "day before spreadsheets": row(number("59", 1), number("60", 1), number("1", 1)),
    "bare year in a date": row(number("2019", 1)),
    "no day": row(number("0", 1)),
    "day below zero": row(number("-5", 1)),
    "day beyond all": row(number("99999999", 1)),
    "time": row(number("0.5", 5)),
    "span of time": row(number("1.5", 6)),
    "quoted half of a date": row(number("45000", 7)),
    "colour": row(number("5", 11)),
    "date and time": row(number("45000", 12)),
    "style that is not there": row(number("5", 99)),
    "yes in words": row(' t="b"><v>true</v></c>'),
    "yes beyond one": row(' t="b"><v>2</v></c>'),
    "spaces not kept": row(text(" a "), text("a "), text("\na"), text("  ")),
    "empty texts": row(text(""), ' t="inlineStr"><is/></c>', ' t="inlineStr"><is><t/></is></c>'),
    "spelt letters": row(text("a_x000D_b"), text("_x0041_"), text("a_xb")),
    "numbered letters": row(text("a&#10;b"), text("&#x41;"), text("a&#13;b")),
    "line ends of two letters": row(text("a\r\nb")),
    "forbidden letters": row(text("a\x01b")),
    "forbidden end": row(text("a]]>b")),
    "no letter": row(text("a\ufffe")),
    "rich text": row(' t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c>'),
    "reading aid": row(' t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh></is></c>'),
    "comment": row(text("a<!-- b -->c")),
    "section": row(text("<![CDATA[a < b]]>")),
    "other quotes": "<row r='1'><c r='A1'><v>1</v></c></row>",
    "other order": '<row r="1"><c s="1" r="A1"><v>45000</v></c></row>',
    "other spaces": '<row r="1"><c  r="A1"\nt="e" ><v>#REF!</v></c></row>',
    "more of a cell": '<row r="1"><c r="A1" cm="1"><v>1</v></c></row>',
    "no addresses": "<row><c><v>1</v></c><c><v>2</v></c></row>",
    "address of another row": '<row r="1"><c r="A2"><v>1</v></c></row>',
    "columns that go back": '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
    "cell twice": '<row r="1"><c r="A1"><v>1</v></c><c r="A1" s="2"/></row>',
    "rows that go back": row(number("1"), number=2) + row(number("2"), number=1),
    "row twice": row(number("1")) + row(number("2")),
    "row of two numbers": '<row r="1" ht="9" r="2"><c r="A1"><v>1</v></c></row>',
    "row zero": '<row r="0"><c r="A0"><v>1</v></c></row>',
    "small letters": '<row r="1"><c r="a1"><v>1</v></c></row>',
    "far column": '<row r="1"><c r="AAA1"><v>1</v></c></row>',
    "far row": '<row r="200000"><c r="A200000"><v>1</v></c></row>',
    "cells far apart": row(number("1")) + '<row r="150000"><c r="ZZ150000"><v>1</v></c></row>',
    "other name space": f'<row r="1"><x:c xmlns:x="{MAIN}" r="A1"><x:v>1</x:v></x:c></row>',
    "prefix that is not declared": row(number("1"), more=' x14ac:dyDescent="0.25"'),
    "spaces between rows": row(number("1")) + "\n" + row(number("2"), number=2),
    "torn cell": '<row r="1"><c r="A1"><v>1</v></row>',
    "more in a cell": row("><v>1</v><v>2</v></c>", "><v>1</v><is><t>a</t></is></c>"),
}
"""Rows that only openpyxl may read, since calamine would tell some of them otherwise."""
