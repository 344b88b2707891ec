"""Where an input lies: at a path of this computer, or at an address such as ``s3://parks/a.xlsx``.

An address may hold a password or a token. What is shown of it, by ``str`` and ``repr``, has dots
in their place; only what fetches it looks at ``text``.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TypeAlias
from urllib.parse import unquote

from msgspec import Struct

_SCHEME = r"[a-z][a-z0-9+.-]+"  # at least two letters: C:// is a drive
_ADDRESS = re.compile(rf"(?:{_SCHEME}::)*{_SCHEME}://", re.IGNORECASE)
_CHAINED = "::"
_WEB = ("http", "https")
_OF_THIS_COMPUTER = ("file", "local")

_USER = re.compile(r"[^/?#]*@")
_ANY_PASSWORD = re.compile(r"[^/?#@]*:.*@", re.DOTALL)
"""Some services make passwords with slashes in them."""
_PORT = re.compile(r"[^/?#@:]*:\d+(?:[/?#]|$)")
_HIDDEN = "…"

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"|?*]')
"""What no name of a file may hold, on one system or another."""
_NAMELESS = "workbook"


class Address(Struct, frozen=True):
    """A file or folder elsewhere, as fsspec writes it: ``zip://a.xlsx::s3://b/c.zip`` is one too.

    Its ``name``, ``stem`` and ``suffix`` are as those of a path.
    """

    text: str

    def __str__(self) -> str:
        """The address without what may be secret."""
        return _CHAINED.join(_shown(part) for part in self._parts)

    def __repr__(self) -> str:
        """The same: the trace of an error may be sent to others."""
        return f"Address({str(self)!r})"

    @property
    def _parts(self) -> list[str]:
        return self.text.split(_CHAINED)

    @property
    def _inner(self) -> int:
        """The number of the part that names the file: in front of it stands at most a cache."""
        return next(number for number, part in enumerate(self._parts) if "://" in part)

    @property
    def _is_web(self) -> bool:
        return _is_web(self._parts[self._inner])

    @property
    def schemes(self) -> tuple[str, ...]:
        """The schemes of its parts, that of the file first."""
        return tuple(part.partition("://")[0] for part in self._parts if "://" in part)

    @property
    def name(self) -> str:
        """The name of the file; one that has none is called "workbook"."""
        _, _, rest = _shown(self._parts[self._inner]).partition("://")
        names = self.names_in(rest.removeprefix(f"{_HIDDEN}@").removesuffix(f"?{_HIDDEN}"))
        return names[-1] if names else _NAMELESS

    @property
    def stem(self) -> str:
        """The name without its suffix."""
        return PurePosixPath(self.name).stem

    @property
    def suffix(self) -> str:
        """What the name ends in, from its last point."""
        return PurePosixPath(self.name).suffix

    @property
    def local_files(self) -> tuple[Path, ...]:
        """The files of this computer that it is read from."""
        found = []
        for number, part in enumerate(self._parts):
            scheme, colon, rest = part.partition("://")
            if colon and scheme.lower() in _OF_THIS_COMPUTER:
                found.append(re.sub(r"^/(?=[A-Za-z]:)", "", rest))
            elif number > self._inner and not colon:  # zip://a.xlsx::parks.zip
                found.append(part)
        return tuple(Path(text).expanduser() for text in found)

    def names_in(self, path: str) -> tuple[str, ...]:
        """Split a path of its file system into names that files may have; ``..`` stays."""
        text = unquote(path) if self._is_web else path
        names = (_UNFIT.sub("_", name) for name in re.split(r"[/\\]", text))
        return tuple(name for name in names if name not in ("", "."))

    def below(self, path: str) -> Address:
        """Give the address of what has this relative path in the folder at this address."""
        parts = self._parts
        folder, mark, query = parts[self._inner], "", ""
        if self._is_web:
            folder, mark, query = folder.partition("?")
        slash = "" if folder.endswith("/") else "/"
        parts[self._inner] = f"{folder}{slash}{path}{mark}{query}"
        return Address(_CHAINED.join(parts))


Source: TypeAlias = Path | Address


def is_address(text: str) -> bool:
    """Say whether a text is an address: it begins with a scheme, and ``C:`` is none."""
    return _ADDRESS.match(text) is not None


def source_of(text: str) -> Source:
    """Give what a person named: an address, or else a path."""
    return Address(text) if is_address(text) else Path(text)


def local_files(source: Source) -> tuple[Path, ...]:
    """Give the files of this computer that a source is read from."""
    return source.local_files if isinstance(source, Address) else (source,)


def _is_web(part: str) -> bool:
    return part.partition("://")[0].lower() in _WEB


def _shown(part: str) -> str:
    """Give a part of an address without user, password, query and fragment."""
    scheme, colon, rest = part.partition("://")
    if not colon:
        return part
    web = _is_web(part)
    if web:
        secret = _USER.match(rest) or (None if _PORT.match(rest) else _ANY_PASSWORD.match(rest))
    else:
        secret = _ANY_PASSWORD.match(rest) or _USER.match(rest)
    if secret:
        rest = f"{_HIDDEN}@{rest[secret.end() :]}"
    path, mark, _ = rest.partition("?")
    if web:
        path = path.partition("#")[0]
    return f"{scheme}://{path}{mark}{_HIDDEN if mark else ''}"
