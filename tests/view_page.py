"""Writes the page that documents the report view for people who write their own templates."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import msgspec

from eipcheck.reporting.view_types import VIEW_VERSION, ReportView

_INTRO = f"""# The report view, version {VIEW_VERSION}

What a template of your own may use: `--template my.html.j2`, `--template my.md.j2` (Jinja2),
`--template my.docx` (Jinja2 in Word). [examples/own-templates](../examples/own-templates) has one
of each kind to start from, a page long; those that ship are in `templates/`.

- `view` is the report, ready to print: every text is finished, in the language of the report, and
  empty where there is nothing to say. A template lays it out and computes nothing.
- `say(key, ...)` gives a sentence of the program, such as `say("page.work")`; `view_version` is
  "{VIEW_VERSION}".
- HTML: `other` is the view in the second language (`--lang both`), else none; `style`, `script`
  and `policy` are our own. Values are escaped. Markdown: `link(url)` prints an address for angle
  brackets; all else is escaped.
- A name that is not there stops the run, with the line of the template. So does anything but
  printing, looping, choosing and macros: templates run in a sandbox, and load files of their own
  folder only.
- Within a major version names are only added. A new major version renames or removes, and is told
  in the changelog.

`text*` is several texts in their order, `X*` several `X`; `X?` may be none.
"""


def page() -> str:
    """Give the page: each part of the view once, in the order in which the parts are met."""
    sections = [_INTRO]
    for part in _parts(ReportView):
        says = inspect.cleandoc(part.__doc__ or "").replace("``", "`")
        lines = [f"## {part.__name__}", "", says, "", "| Name | Holds |", "|---|---|"]
        hints = get_type_hints(part)
        lines += [f"| `{f.name}` | {_holds(hints[f.name])} |" for f in msgspec.structs.fields(part)]
        lines += [
            f"| `{name}` | {inspect.cleandoc(value.__doc__ or '').replace('``', '`')} |"
            for name, value in vars(part).items()
            if isinstance(value, property)
        ]
        sections.append("\n".join(lines) + "\n")
    return "\n".join(sections)


def _parts(first: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    found = [first]
    for part in found:
        yield part
        for hint in get_type_hints(part).values():
            found += [t for t in _structs(hint) if t not in found]


def _structs(hint: Any) -> Iterator[type[msgspec.Struct]]:
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        yield hint
    for inner in get_args(hint):
        yield from _structs(inner)


def _holds(hint: Any) -> str:
    words = re.sub(r"\b\w+\.", "", str(hint) if get_args(hint) else hint.__name__)
    words = re.sub(r"\bLiteral\[.*?\]|\bstr\b", "text", words)
    words = re.sub(r"(?:tuple|Sequence)\[(\w+)(?:, \.\.\.)?\]", r"\1*", words)
    return words.replace(" | None", "?").replace("bool", "true or false").replace("int", "number")
