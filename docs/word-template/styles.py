"""The styles of the document: Times New Roman in the sizes of Decree 30/2020/NĐ-CP, Annex I."""

# ruff: noqa: INP001 - a folder of modules of one script
from __future__ import annotations

_FONT = "Times New Roman"
_FONTS = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/>'
_FIRST_LINE = 720  # 1.27 cm
_AFTER = 120  # 6 pt


def styles() -> str:
    """Give the styles; sizes are in points."""
    made = (
        _style("Normal", "Normal", _par("both", after=_AFTER, first=_FIRST_LINE), default=True),
        _style("Title", "Title", _par("center"), _letters(14, "b caps")),
        _style("About", "About", _par("center", after=60), _letters(13, "b")),
        _style("Rule", "Rule", _par("center", after=60, rule=3000), _letters(2)),
        _style(
            "Heading1",
            "heading 1",
            _par("center", before=120, after=60, level=0),
            _letters(13, "b"),
        ),
        _style("Heading2", "heading 2", _par("left", before=120, level=1), _letters(13, "b")),
        _style("Plain", "Plain", _par("both", after=_AFTER)),
        _style("Kept", "Kept", _par("both", after=_AFTER, first=_FIRST_LINE, keep=True)),
        _style("Line", "Line", _par("left", after=40), _letters(11)),
        _style("Item", "Item", _par("both", after=60, left=284, hang=284)),
        _style("Centre", "Centre", _par("center", after=_AFTER)),
        _style("Block", "Block", _par("center"), _letters(12)),
        _style("Motto", "Motto", _par("center"), _letters(13, "b")),
        _style("IssuerRule", "Issuer rule", _par("center", after=60, rule=1300), _letters(2)),
        _style("MottoRule", "Motto rule", _par("center", after=60, rule=930), _letters(2)),
        _style("Numbered", "Numbered", _par("center"), _letters(13)),
        _style("Day", "Day", _par("center"), _letters(13, "i")),
        _style("Draft", "Draft", _par("right", after=60), _letters(13, "b")),
        _style("Mark", "Mark", _par("center", after=80), _letters(9, "b")),
        _style("Page", "Page", _par("center"), _letters(13)),
        _style("RecipientsHead", "Recipients head", _par("left"), _letters(12, "b i")),
        _style("Recipients", "Recipients", _par("left"), _letters(11)),
        _style("Sign", "Sign", _par("center"), _letters(13, "b")),
        _style("Cell", "Cell", _par("left", after=20), _letters(10)),
        _style("Said", "Said", _par("both", after=40, single=True), _letters(10.5)),
        _style("Brief", "Brief", _par("left", single=True), _letters(9)),
        _style("BriefHead", "Brief head", _par("center", single=True), _letters(9, "b")),
        _style("Hash", "Hash", _par("left", single=True), _letters(8)),
        _style("Between", "Between", _par("left"), _letters(4)),
        _style("Group", "Group", _par("left", after=20, keep=True), _letters(10)),
        _style("Icon", "Icon", _par("center"), _letters(9)),
        _style("CellHead", "Cell head", _par("center", after=20), _letters(10, "b")),
        _style("Small", "Small", _par("left"), _letters(8)),
        _style("Steering", "Steering", _par("left"), _letters(6)),
    )
    return f"{_defaults()}{''.join(made)}{_tables()}"


def _defaults() -> str:
    lang = '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>'
    letters = (
        f'<w:rPr>{_FONTS}<w:color w:val="000000"/><w:sz w:val="26"/><w:szCs w:val="26"/>{lang}'
    )
    return (
        f"<w:docDefaults><w:rPrDefault>{letters}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="259" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _style(key: str, name: str, par: str, letters: str = "", *, default: bool = False) -> str:
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    marked = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"{marked}><w:name w:val="{name}"/>{based}'
        f"<w:qFormat/>{par}{letters}</w:style>"
    )


def _par(  # noqa: PLR0913 - a shape has as many sides
    side: str,
    *,
    before: int = 0,
    after: int = 0,
    first: int = 0,
    left: int = 0,
    hang: int = 0,
    rule: int = 0,
    level: int | None = None,
    keep: bool = False,
    single: bool = False,
) -> str:
    """Give the shape of paragraphs.

    ``rule`` draws a line, indented by so much on both sides; ``single`` sets lines close.
    """
    border = '<w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/>'
    next_too = "<w:keepNext/>" if keep or level is not None else ""
    indent = f'w:hanging="{hang}"' if hang else f'w:firstLine="{first}"'
    close = ' w:line="240" w:lineRule="auto"' if single else ""
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    return (
        f"<w:pPr>{next_too}{f'<w:pBdr>{border}</w:pBdr>' if rule else ''}"
        f'<w:spacing w:before="{before}" w:after="{after or (120 if level == 0 else 0)}"{close}/>'
        f'<w:ind w:left="{left or rule}" w:right="{rule}" {indent}/>'
        f'<w:jc w:val="{side}"/>{outline}</w:pPr>'
    )


def _letters(points: float, marks: str = "") -> str:
    tags = {"b": "<w:b/><w:bCs/>", "i": "<w:i/><w:iCs/>", "caps": "<w:caps/>"}
    size = round(2 * points)
    shown = "".join(tags[mark] for mark in marks.split())
    return f'<w:rPr>{shown}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


def _tables() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides
    )
    space = '<w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>'
    none = '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    head = '<w:style w:type="table" w:styleId="'
    return (
        f'{head}TableNormal" w:default="1"><w:name w:val="Normal Table"/></w:style>'
        f'{head}Grid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"<w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{space}</w:tblCellMar></w:tblPr>"
        f'</w:style>{head}Open"><w:name w:val="Open"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"<w:tblCellMar>{none}</w:tblCellMar></w:tblPr></w:style>"
    )
