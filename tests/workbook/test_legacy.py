"""Old Vietnamese encodings are recognised, converted on request, and never seen in proper text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from eipcheck.model.text import LANGUAGES
from eipcheck.reporting.catalogue import catalogue
from eipcheck.resources import data_folder
from eipcheck.workbook.legacy import Encoding, convert, detect
from eipcheck.workbook.legacy_tables import TCVN3, VNI, VNI_UNTOLD, VNI_WESTERN
from eipcheck.workbook.syllables import is_syllable

VIETNAMESE = """
khu công nghiệp sinh thái doanh nghiệp đang hoạt động nước thải tái sử dụng chất rắn nguy hại
tỷ lệ lấp đầy diện tích đất cây xanh giao thông hạ tầng kỹ thuật nhà đầu tư sản xuất sạch hơn
cộng sinh hiệu quả tài nguyên năng lượng tiết kiệm phát triển bền vững môi trường báo cáo giám sát
bảo vệ quyết định giấy phép nghị định thông tư hướng dẫn ủy ban nhân dân tỉnh thành phố quận huyện
xã phường đường số thửa lô ký kết hợp đồng tổng hợp cổ phần trách nhiệm hữu hạn một thành viên
Hòa Phát Đồng Nai Bình Dương Đà Nẵng Hải Phòng Cần Thơ Ninh Bình Khánh Phú Hiệp Phước Trà Nóc
Đình Vũ Thăng Long Tiên Sơn Quế Võ Yên Phong Bắc Ninh Quảng Ngãi Thừa Thiên Huế Vĩnh Phúc Nghệ An
hoàn thuế quý giếng khoan thuở quỹ xuất nhập khẩu nguyên liệu khuỷu tay nghiêng luỹ kế chuyển giao
phẳng phẵng lẳng đẵn gượng ngưỡng rưỡi ngẫm mẫu bẩn rẻ lẽ nghỉ nghĩ bỏ bõ gỗ nổi lỡ bữa chữa ưu tiên
nhuỵ kỳ hỷ mỹ ruộng uống rượu hươu khoẻ khoẽ quặng xoắn hoặc loãng ngoằn ừ ạ ẩm ằng ỉa ở ợ ĩ ỵ
mè nhẹ dễ chọn dùng chứa sự
""".split()  # noqa: SIM905 - words are read more easily as text
SENTENCES = (
    "Khu công nghiệp Hiệp Phước được thành lập theo quyết định của Ủy ban nhân dân Thành phố",
    "Tổng diện tích đất quy hoạch: 289,35 ha (đất cây xanh 10,5%)",
    "Nước thải được xử lý, 10.000 m³/ngày đêm ở 25 °C ± 2",
    "Hợp đồng số 12/2019/HĐ-KT ngày 31/12/2019",
)
TCVN3_OF = {new: old for old, new in reversed(TCVN3.items())}
VNI_OF = {new: old for old, new in reversed(VNI.items())}

PROPER = """
Société Générale|Müller GmbH|Peña|Ñ|Ñandú|Señor Ñíguez|México|São Paulo|João|Leão|Œuvre|Çelik|Noël
Loïc|Caïn|Haïti|Thaï Union|laïcité|où|Citroën|Raphaël|Gaël|Israël|Moët & Chandon|Chloé|Zoë|aïeul
maître|août|goût|moût|coût|théâtre|Besançon|Saône-et-Loire|Nestlé|L'Oréal|Danone Évian
Köln|Düsseldorf|Straße|Größe|Österreich|Übersee|MÜNCHEN|KÖLN|BÖHLER|Bühler AG|Schäffler|Händel
Jaén|León|Núñez|Raúl|Saúl|aún|país|Málaga|Cádiz|¿Qué?|¡Hola!|Iñigo|Logroño|Coruña|1ª|Mª José|Nº 5
Malmö|Ångström|Ørsted|Tromsø|Bodø|Søren Ærø|Borås|Hyvää päivää|kipeä|Reykjavík|Seán Ó Riada|Þór
m³|m³/ngày đêm|10.000 m³/giờ|°C|25 °C ± 2|µg/l|µm|10 µm; 5 N·m|kN·m|t·km|mg/Nm³|µS/cm|W·h/m²·K|CO₂
½|2½|3 × 5|m×n|5÷10|¼ ha|x¹|TBA¹|§ 5|§2a|£m|US$ 5 m|¥en|€|¢|¤|5 − 3|−5|a−b|pH 5−9
« Hòa Phát »|«Tân An»|«An»|« »|“An Bình”|‘x’|ABB®|Sika® An|© 2019|©Nam|®Sika|A·B|col·lecció
Công ty|Công ty TNHH Müller|công ty Thaï|hoàn toàn|toán|khoáng hoá|hoãn|hoà|Xoài|Khoáng toàn hoãn
số|mét|bé|sè|tõ|lé|Ôn|An|Ý|Ê|Ô|ý kiến|Hà Nam|Hàn|mì|Tràm|Vân Canh|Lô A|Hà Nội|ThuÝ|nhà máy
Đặc điểm|đường|nước thải|Đắk Lắk|Đăk Nông|Krông Búk|doanh\u00adnghiệp|ti\u00adến độ
in\u00addus\u00adtrial|co\u00adoperation|Crédit Agricole|T\u00adI
Bà Rịa·Vũng Tàu|Tỷ lệ lấp đầy|TỶ LỆ LẤP ĐẦY|N−P−K|đất−nước
Peña Đức|Viña Đông|Doña An Bình|中文|Москва|ไทย|한국|Ψ|ABC|12,5|x|–|…|n/a|ﬁn|Ｍ３
""".replace("\n", "|").strip("|")
PROPER_TEXTS = tuple(PROPER.split("|"))


def spelt(text: str, table: dict[str, str], *, pairs: bool = False) -> str:
    """Write a text as an old program did: TCVN3 has no toned capitals, VNI has pairs."""
    out = []
    for letter in text:
        old = table.get(letter)
        if old is None and letter.lower() in table:
            old = table[letter.lower()]
            old = old.upper() if pairs else old
        out.append(old or letter)
    return "".join(out)


def in_tcvn3(text: str) -> str:
    return spelt(text, TCVN3_OF)


def in_vni(text: str) -> str:
    return spelt(text, VNI_OF, pairs=True)


def test_every_letter_has_its_own_old_spelling() -> None:
    letters = {c for word in VIETNAMESE for c in word.lower() if not c.isascii()}
    assert len(letters) == 67
    assert letters <= set(TCVN3_OF)
    assert letters - set("íì") <= set(VNI_OF)
    assert len(set(TCVN3_OF.values())) == 74
    assert set(VNI) >= VNI_UNTOLD | VNI_WESTERN
    assert all(unicodedata.is_normalized("NFC", new) for new in (*TCVN3_OF, *VNI_OF))


@pytest.mark.parametrize("word", VIETNAMESE)
def test_every_word_survives_both_encodings(word: str) -> None:
    tcvn3 = in_tcvn3(word.lower())
    if len(word) > 1 or tcvn3.isalpha():  # a lone sign is left alone
        assert convert(tcvn3, Encoding.TCVN3) == word.lower()
        assert convert(tcvn3, Encoding.TCVN3, ".VnTimeH") == word.upper()
    assert convert(in_vni(word), Encoding.VNI) == word
    assert convert(in_vni(word.upper()), Encoding.VNI) == word.upper()


@pytest.mark.parametrize("text", SENTENCES)
def test_whole_sentences_are_recognised_and_survive(text: str) -> None:
    # toned capitals do not exist in TCVN3, so that a sentence may begin without one
    assert convert(in_tcvn3(text), Encoding.TCVN3).casefold() == text.casefold()
    assert convert(in_vni(text), Encoding.VNI) == text
    assert detect(in_tcvn3(text), ".VnTime") is Encoding.TCVN3
    assert detect(in_vni(text), "VNI-Times") is Encoding.VNI


@given(st.lists(st.sampled_from(VIETNAMESE), min_size=1, max_size=8).map(" ".join))
def test_what_is_recognised_converts_back(text: str) -> None:
    for old, encoding, own in (
        (in_tcvn3(text), Encoding.TCVN3, ".VnTime"),
        (in_vni(text), Encoding.VNI, "VNI-Times"),
    ):
        for font in (None, own, "Arial"):
            assert detect(old, font) in {encoding, None}
    new = convert(in_vni(text), Encoding.VNI)
    assert new == text
    assert detect(new, "VNI-Times") is None
    assert detect(new, ".VnTime") is None


@pytest.mark.parametrize(
    ("old", "encoding", "new"),
    [
        ("BAÙO CAÙO MOÂI TRÖÔØNG", Encoding.VNI, "BÁO CÁO MÔI TRƯỜNG"),
        ("Coâng ty TNHH Ñaïi Phaùt", Encoding.VNI, "Công ty TNHH Đại Phát"),
        ("Tyû leä laáp ñaày (%)", Encoding.VNI, "Tỷ lệ lấp đầy (%)"),
        ("Nöôùc thaûi", Encoding.VNI, "Nước thải"),
        ("Dieän tích ñaát caây xanh", Encoding.VNI, "Diện tích đất cây xanh"),
        ("Baø Ròa - Vuõng Taøu", Encoding.VNI, "Bà Rịa - Vũng Tàu"),
        ("Chi phí vì naêng löôïng", Encoding.VNI, "Chi phí vì năng lượng"),
        ("QUYÕ ÑAÀU TÖ", Encoding.VNI, "QUỸ ĐẦU TƯ"),
        ("C«ng ty cæ phÇn ViÖt Nam", Encoding.TCVN3, "Công ty cổ phần Việt Nam"),
        ("Tû lÖ lÊp ®Çy (%)", Encoding.TCVN3, "Tỷ lệ lấp đầy (%)"),
        ("Khu c«ng nghiÖp §×nh Vò", Encoding.TCVN3, "Khu công nghiệp Đình Vũ"),
        ("DiÖn tÝch ®Êt c©y xanh", Encoding.TCVN3, "Diện tích đất cây xanh"),
        ("N¨m", Encoding.TCVN3, "Năm"),
        ("KHU C¤NG NGHIÖP", None, "KHU CÔNG NGHIỆP"),
        ("§iÖn n¨ng, kWh/n¨m", Encoding.TCVN3, "Điện năng, kWh/năm"),
        ("n\u00adíc th¶i", Encoding.TCVN3, "nước thải"),
        ("n\u2212íc th¶i", Encoding.TCVN3, "nước thải"),
        ("n\u2212ớc thải, mùa m\u2212a", Encoding.TCVN3, "nước thải, mùa mưa"),
        ("đ\u2212ờng số 5\u22126", Encoding.TCVN3, "đường số 5\u22126"),
        ("ðặc ñiểm khu ñất", Encoding.WRONG_D, "đặc điểm khu đất"),
        ("Ðà Nẵng, Ñồng Nai", Encoding.WRONG_D, "Đà Nẵng, Đồng Nai"),
        ("Ðông Anh", Encoding.WRONG_D, "Đông Anh"),
        ("Nghị ðịnh 82/2018/NÐ-CP ñã ñi", Encoding.WRONG_D, "Nghị định 82/2018/NĐ-CP đã đi"),
        ("Ðiều Peña", Encoding.WRONG_D, "Điều Peña"),
    ],
)
def test_text_as_it_is_met(old: str, encoding: Encoding | None, new: str) -> None:
    assert detect(old) is encoding
    assert detect(unicodedata.normalize("NFD", old)) is encoding
    assert convert(old, encoding or Encoding.TCVN3) == new


@pytest.mark.parametrize(
    ("text", "font", "encoding"),
    [
        ("KHU C¤NG NGHIÖP", ".VnTime", Encoding.TCVN3),
        ("kinh tÕ", ".VnArial", Encoding.TCVN3),
        ("kinh tÕ", None, None),
        ("Bé", ".VnTime", None),  # proper as it stands: not to be decided
        ("cong ty", ".VnTimeH", None),
        ("Nước thải", ".VnTime", None),
        ("Société Générale", ".VnTime", None),
        ("Müller", "VNI-Times", None),
        ("m³ ± 5", ".VnTime", None),
        ("Hoïc", "VNI-Helve", Encoding.VNI),
        ("Hoïc", "VNI Helve", Encoding.VNI),
        ("Hoïc", "Arial", None),
        ("Hoïc", None, None),
        ("Coâng ty", ".VnTime", Encoding.VNI),  # the font was changed, the text was not
        ("C«ng ty", "Arial", Encoding.TCVN3),
    ],
)
def test_a_font_is_evidence_but_no_proof(
    text: str, font: str | None, encoding: Encoding | None
) -> None:
    assert detect(text, font) is encoding


@pytest.mark.parametrize(
    ("text", "font", "new"),
    [
        ("c«ng ty", ".VnTimeH", "CÔNG TY"),
        ("C«ng ty", ".VnTimeH", "CÔNG TY"),
        ("C«ng ty", ".VnTime", "Công ty"),
        ("C«ng ty", None, "Công ty"),
        ("n\u2212ớc", ".VnTime", "nước"),
    ],
)
def test_fonts_for_capitals(text: str, font: str | None, new: str) -> None:
    assert convert(text, Encoding.TCVN3, font) == new


def test_signs_that_stand_alone_are_kept() -> None:
    assert convert("c«ng suÊt 5 ÷ 10, 3×4 ®«i", Encoding.TCVN3) == "công suất 5 ÷ 10, 3×4 đôi"


def test_there_are_enough_proper_texts() -> None:
    assert len(PROPER_TEXTS) > 160


@pytest.mark.parametrize("text", PROPER_TEXTS)
def test_proper_text_is_not_taken_for_an_old_encoding(text: str) -> None:
    for form in (text, text.upper(), text.lower(), unicodedata.normalize("NFD", text)):
        assert detect(form) is None, form
        assert detect(form, "Times New Roman") is None, form


def strings(value: Any) -> Iterator[str]:
    """Give every text within what a YAML file holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (s for pair in value.items() for part in pair for s in strings(part))
    elif isinstance(value, list):
        yield from (s for part in value for s in strings(part))


def shipped() -> set[str]:
    """Give every text that the program ships: questions of the form and its messages."""
    fields = (data_folder("criteria") / "fields.yaml").read_text(encoding="utf-8")
    texts = set(strings(yaml.safe_load(fields)))
    for language in LANGUAGES:
        for area in ("workbook", "data", "report", "usage", "criteria", "output", "step"):
            texts |= set(catalogue(language, area).values())
    return texts


# These quote old text in order to explain it.
_QUOTES_OLD_TEXT = frozenset(
    catalogue(language, "workbook")[f"problem.W34{n}.example"]
    for language in LANGUAGES
    for n in range(1, 5)
)


def test_no_text_of_the_program_is_taken_for_an_old_encoding() -> None:
    texts = shipped() - _QUOTES_OLD_TEXT
    assert len(texts) > 1000
    fonts = (None, ".VnTime", "VNI-Times")
    assert [t for t in texts for font in fonts if detect(t, font) is not None] == []


@given(st.text(max_size=30))
def test_any_text_can_be_asked(text: str) -> None:
    for encoding in Encoding:
        new = convert(text, encoding, ".VnTimeH")
        assert unicodedata.is_normalized("NFC", new)
    if text.isascii():
        assert detect(text, ".VnTimeH") is None
    else:
        assert detect(text, "VNI-Times") in {*Encoding, None}


@pytest.mark.parametrize("word", VIETNAMESE)
def test_words_are_syllables(word: str) -> None:
    stop = word.isascii() and word.endswith(("p", "t", "c", "ch"))
    assert is_syllable(word) is not stop
    assert is_syllable(unicodedata.normalize("NFD", word.upper())) is not stop


@pytest.mark.parametrize(
    "word",
    ["", "x", "cơng", "kcn", "mạs", "laïc", "khống3", "hoẳp", "àá", "ư\u0301\u0300", "tòt"],
)
def test_other_words_are_not(word: str) -> None:
    assert not is_syllable(word)
