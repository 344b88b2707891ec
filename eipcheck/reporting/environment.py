"""Renders text templates, ours and people's own, in a sandbox that reads one folder only.

A template computes nothing about a park: it gets a finished report view and lays it out. What is
wrong with a person's own template is told with its line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import TracebackType
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.exceptions import (
    SecurityError,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from eipcheck.model.place import FilePlace, Line, Place
from eipcheck.model.problem import CriteriaError, Problem

Finalize = Callable[[object], object]
_CODES: tuple[tuple[type[Exception], str], ...] = (
    (TemplateSyntaxError, "O135"),
    (UndefinedError, "O136"),
    (SecurityError, "O137"),
    (TemplateNotFound, "O138"),
)
_ANY_OTHER = "O139"
_FAILURES = (
    *(TemplateError, ArithmeticError, AttributeError),
    *(LookupError, TypeError, ValueError),
)
"""What a line of a template can raise; all else is a fault of the program."""


@cache
def environment(
    folder: Path, finalize: Finalize | None = None, *, sandboxed: bool = False
) -> Environment:
    """Give the environment for the templates of a folder; unknown names are errors.

    Args:
        folder: where templates may come from; nothing outside it is ever loaded.
        finalize: escapes every value for the format; None: values are escaped for HTML.
        sandboxed: whether to guard every name a template looks at, which takes twice as long;
            ours need it not.
    """
    kind = ImmutableSandboxedEnvironment if sandboxed else Environment
    made = kind(
        loader=FileSystemLoader(folder),
        autoescape=finalize is None,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(percent=percent, host=host, path_url=path_url)
    return made


def render_own(
    template: Path, context: Mapping[str, object], finalize: Finalize | None = None
) -> str:
    """Render a person's own template.

    Args:
        template: the file; what it includes or imports stands in its own folder.
        context: the names that it may use.
        finalize: as for ``environment``.

    Raises:
        CriteriaError: the template cannot be read, is no template, uses a name that is not there
            or something that the sandbox forbids, or fails, with its line.
    """
    try:
        own = environment(template.parent, finalize, sandboxed=True)
        return own.get_template(template.name).render(context)
    except UnicodeDecodeError as error:
        raise _unusable("O138", FilePlace(str(template)), "UTF-8") from error
    except (
        TemplateError,
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
    ) as e:
        raise _told(e, template) from e
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise _unusable("O138", FilePlace(str(template)), reason) from error


def _told(error: Exception, template: Path) -> CriteriaError:
    code = next((code for kind, code in _CODES if isinstance(error, kind)), _ANY_OTHER)
    return _unusable(code, _place(error, template), str(error) or type(error).__name__)


def _unusable(code: str, place: Place, reason: str) -> CriteriaError:
    return CriteriaError((Problem(code, place, (("reason", reason),)),))


def _place(error: Exception, template: Path) -> Place:
    """Give the line of a template on which it failed: the innermost one that can be told."""
    if isinstance(error, TemplateSyntaxError):
        return Line(error.filename or str(template), error.lineno, 1)
    found: Place = FilePlace(str(template))
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.parent == template.parent:
            found = Line(str(file), trace.tb_lineno, 1)
        trace = trace.tb_next
    return found


def percent(part: float) -> str:
    """Give a part of a length as CSS and SVG write it: 0.5 is ``50%``."""
    return f"{part * 100:.4g}%"


def host(url: str) -> str:
    """Give the name of the site of an address."""
    return urlsplit(url).hostname or url


def path_url(path: str) -> str:
    """Give the address of a file beside the page, also of one whose name is no Unicode."""
    return quote(path.encode("utf-8", "surrogateescape"))
