"""Finds the problem codes that tests demand, by reading the tests.

A code counts where a test cannot pass unless the program produces it:

- an operand of a comparison that an ``assert`` needs to be true: ``== ["W304"]``, ``"W304" in``,
  ``{"W304"} <=``; not ``not in``, not one of several that would do, not an argument of a call;
- a table that a test is parametrized with, or the fault that ``criteria_files.fault_in`` expects;
- a line ``- Problem: W304 ...`` of a page of the zoo, each of which is a test.

A code that a module makes a ``Problem`` of by itself does not count there.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_CODES = re.compile(r"(?:[WCDOU][0-9]{3}(?: (?=[WCDOU][0-9]{3})|\b))+")
_PAGE_LINE = re.compile(r"^- Problem: ([WCDOU][0-9]{3})\b", re.MULTILINE)
_EXPECTING = "fault_in"


def demanded_codes(tests: Path) -> set[str]:
    """Give every code that the tests below a folder demand."""
    found: set[str] = set()
    for path in tests.rglob("test_*.py"):
        found |= demanded_by_module(path.read_text(encoding="utf-8"))
    for path in tests.glob("zoo/files/*.md"):
        found |= demanded_by_page(path.read_text(encoding="utf-8"))
    return found


def demanded_by_page(text: str) -> set[str]:
    """Give the codes that a page of the zoo demands."""
    return set(_PAGE_LINE.findall(text))


def demanded_by_module(source: str) -> set[str]:
    """Give the codes that the tests of a module demand."""
    tree = ast.parse(source)
    tables = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    found: set[str] = set()
    made: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert):
            found |= set(_needed(node.test))
        elif isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            found |= set(_in_tables(node, tables))
        elif isinstance(node, ast.Call) and _name(node.func) == _EXPECTING:
            found |= set(_codes(node.args[-1:]))
        elif isinstance(node, ast.Call) and _name(node.func) == "Problem":
            made |= set(_codes(node.args[:1]))
    return found - made


def _needed(test: ast.expr) -> Iterator[str]:
    """Give the codes without which an asserted expression is false."""
    match test:
        case ast.BoolOp(op=ast.And(), values=parts):
            for part in parts:
                yield from _needed(part)
        case ast.Call(func=ast.Name(id="any"), args=[ast.GeneratorExp(elt=each)]):
            yield from _needed(each)
        case ast.Compare(ast.Tuple(elts=parts), [ast.Eq()], [ast.Tuple(elts=values)]):
            yield from _codes((*parts, *values))
            for part, value in zip(parts, values, strict=False):
                if isinstance(value, ast.Constant) and value.value is True:
                    yield from _needed(part)
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            if isinstance(op, ast.Eq | ast.In | ast.LtE | ast.Lt):
                yield from _codes([left])
            if isinstance(op, ast.Eq | ast.GtE | ast.Gt):
                yield from _codes([right])


def _in_tables(test: ast.FunctionDef, tables: dict[str, ast.expr]) -> Iterator[str]:
    """Give the codes in the tables of a test that asserts something."""
    if not any(isinstance(node, ast.Assert) for node in ast.walk(test)):
        return
    for decorator in test.decorator_list:
        if isinstance(decorator, ast.Call) and _name(decorator.func) == "parametrize":
            for table in decorator.args[1:2]:
                named = tables.get(table.id, table) if isinstance(table, ast.Name) else table
                yield from _codes([named])


def _codes(nodes: Iterable[ast.expr | None]) -> Iterator[str]:
    """Give the codes with which texts begin, inside displays but not in what calls are given."""
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)):
                begins = _CODES.match(text)
                yield from begins[0].split() if begins else ()
            case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
                yield from _codes(parts)
            case ast.Dict(keys=keys, values=values):
                yield from _codes(keys)
                yield from _codes(values)
            case ast.Starred(value=part) | ast.BinOp(left=part, op=ast.Mult()):
                yield from _codes([part])
            case ast.Call(func=func, args=parts) if _name(func) == "param":
                yield from _codes(parts)


def _name(func: ast.expr) -> str:
    """Give the last name of what is called."""
    if isinstance(func, ast.Attribute):
        return func.attr
    return func.id if isinstance(func, ast.Name) else ""
