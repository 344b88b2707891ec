"""Every message is said somewhere, and everything that is said has its message."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from zipfile import ZipFile

from start_language import all_messages

from eipcheck.reporting.catalogue import catalogue

ROOT = Path(__file__).parents[2]
SAYING = {"say", "tell"}
_SAID = re.compile(r"""\b(?:say|label)\(\s*["']([a-z0-9_.*-]+)["']""")
_KEY = re.compile(r"[a-z_0-9]+(\.[A-Za-z_0-9-]+)+")


def modules() -> Iterator[ast.Module]:
    for path in (ROOT / "eipcheck").rglob("*.py"):
        if "messages" not in path.parts:
            yield ast.parse(path.read_text(encoding="utf-8"))


def templates() -> Iterator[str]:
    for path in (ROOT / "templates").iterdir():
        if path.suffix in (".j2", ".typ"):
            yield path.read_text(encoding="utf-8")
        elif path.suffix == ".docx":
            with ZipFile(path) as parts:
                for name in parts.namelist():
                    if name.startswith("word/") and name.endswith(".xml"):
                        xml = re.sub(r"<[^>]+>", "", parts.read(name).decode("utf-8"))
                        yield unescape(xml).replace("“", '"').replace("”", '"')


def pattern(text: ast.JoinedStr) -> str:
    """Give what an f-string may say: anything stands for its values."""
    parts = (re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".*" for p in text.values)
    return "".join(parts)


@cache
def texts() -> tuple[frozenset[str], tuple[str, ...]]:
    """Give every literal text of the program, and a pattern for every text that it composes."""
    literal: set[str] = set()
    composed: set[str] = set()
    for module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literal.update(node.value.split())
            elif isinstance(node, ast.JoinedStr):
                composed.add(pattern(node))
    for template in templates():
        literal.update(_SAID.findall(template))
    telling = (p for p in composed if re.match(r"[a-z_]+\\\.", p) or p.startswith(".*\\."))
    return frozenset(literal), tuple(p for p in telling if p.strip(".*\\"))


def known() -> frozenset[str]:
    return frozenset(all_messages()) | frozenset(catalogue("en", "help"))


def said() -> Iterator[str]:
    """Give every key that is said as it stands."""
    for module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                keys = (a.value for a in node.args[:2] if isinstance(a, ast.Constant))
                if name in SAYING:
                    yield from (k for k in keys if isinstance(k, str) and _KEY.fullmatch(k))
    for template in templates():
        yield from _SAID.findall(template)


def test_everything_that_is_said_has_a_message() -> None:
    missing = set(said()) - known()
    assert sorted(missing) == []


def test_every_message_is_said_somewhere() -> None:
    literal, composed = texts()
    rules = re.compile("|".join(f"(?:{p})" for p in composed))
    heads = {f"sheet.{head.rstrip('*-')}" for head in literal}  # the columns of the workbook
    unused = {
        key
        for key in known()
        if key not in literal and key not in heads and not rules.fullmatch(key)
    }
    assert sorted(unused) == []
