"""No module and no template holds a sentence of its own: all of them are messages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
MODULES = [
    p for part in ("reporting", "cli") for p in sorted((ROOT / "eipcheck" / part).glob("*.py"))
]
TEMPLATES = [p for p in sorted((ROOT / "templates").iterdir()) if p.suffix in (".j2", ".docx")]

_VIETNAMESE = re.compile(r"(?<![\w-])\w*[À-ỹ]\w*(?![\w\]])")
_SENTENCE = re.compile(r"[A-Z]\w+ \w+ .*\w[.:?]$", re.DOTALL)
_WORD = re.compile(r"[A-Za-zÀ-ỹ]{2,}")
_MARKUP = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->|<[^>]*>|&\w+;", re.DOTALL)

OF_A_STANDARD = {"The folder of the run."}
"""Said to programs that read SARIF, not to people."""


def spoken(module: ast.Module) -> Iterator[str]:
    """Give every literal text that is no docstring."""
    bare = {id(n.value) for n in ast.walk(module) if isinstance(n, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value


def sentences(module: ast.Module) -> list[str]:
    """Give the literal texts that people would read as Vietnamese or as a sentence."""
    found = (t for t in spoken(module) if _VIETNAMESE.search(t) or _SENTENCE.search(t))
    return [t for t in found if t not in OF_A_STANDARD]


def words(template: Path) -> list[str]:
    """Give the words that a template says without asking the catalogue."""
    if template.suffix == ".docx":
        with ZipFile(template) as parts:
            names = [n for n in parts.namelist() if re.match(r"word/(document|header|footer)", n)]
            texts = [" ".join(_texts(parts.read(n).decode("utf-8"))) for n in names]
        return _WORD.findall(_MARKUP.sub(" ", " ".join(texts)))
    return _WORD.findall(_MARKUP.sub(" ", template.read_text(encoding="utf-8")))


def _texts(xml: str) -> Iterator[str]:
    """Give the text of each paragraph of Word; Word may cut a tag of the template into runs."""
    for paragraph in re.findall(r"<w:p[ >].*?</w:p>", xml, re.DOTALL):
        yield "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", paragraph))


@pytest.mark.parametrize("module", MODULES, ids=lambda p: p.name)
def test_a_module_says_only_messages(module: Path) -> None:
    assert sentences(ast.parse(module.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda p: p.name)
def test_a_template_says_only_messages(template: Path) -> None:
    assert words(template) == []


@pytest.mark.parametrize("text", ["The park is ready to file.", "đáp ứng", "chưa có"])
def test_a_sentence_of_its_own_is_found(text: str) -> None:
    assert sentences(ast.parse(f"def f():\n    return {text!r}")) == [text]


def test_a_word_of_a_template_is_found(tmp_path: Path) -> None:
    template = tmp_path / "a.html.j2"
    template.write_text('{# why #}<p class="x">Shares: {{ a.b }}&nbsp;{% if c %}', encoding="utf-8")
    assert words(template) == ["Shares"]
