"""File systems of fsspec for tests: what stands in memory, and some that misbehave."""

from __future__ import annotations

from io import BytesIO
from typing import Any, ClassVar, Self

from fsspec import (  # type: ignore[import-untyped]
    AbstractFileSystem,
    filesystem,
    register_implementation,
)

SECRET = "s3cr3t"  # noqa: S105 - no password of anything


def fill(files: dict[str, bytes]) -> None:
    """Put files into the file system in memory, by their path, and nothing else."""
    memory = filesystem("memory")
    memory.store.clear()
    memory.pseudo_dirs[:] = [""]
    memory.pipe({f"/{path}": content for path, content in files.items()})


class Endless(AbstractFileSystem):  # type: ignore[misc]
    """A server that never stops sending, a little at a time; ``given`` is how much it sent."""

    protocol = "endless"
    given: ClassVar[int] = 0

    def open(self, *_: Any, **__: Any) -> Self:
        Endless.given = 0
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def read(self, size: int) -> bytes:
        some = min(size, 2**16)
        Endless.given += some
        return b"x" * some

    size = None


class Caching(AbstractFileSystem):  # type: ignore[misc]
    """A server that was asked before, and answers from memory until that is given up."""

    protocol = "caching"
    fresh: ClassVar[bool] = False

    def invalidate_cache(self, path: str | None = None) -> None:
        assert path is None
        Caching.fresh = True

    def open(self, *_: Any, **__: Any) -> BytesIO:
        return BytesIO(b"new" if self.fresh else b"old")


class Failing(AbstractFileSystem):  # type: ignore[misc]
    """A server that fails, and repeats a secret as it does."""

    protocol = "failing"
    error: ClassVar[Exception] = OSError(SECRET)

    def open(self, *_: Any, **__: Any) -> None:
        raise self.error

    def ls(self, *_: Any, **__: Any) -> None:
        raise self.error

    def isdir(self, *_: Any) -> bool:
        return True


class Hostile(AbstractFileSystem):  # type: ignore[misc]
    """A server whose listing leads out of the folder ``parks`` and in circles."""

    protocol = "hostile"
    files = (
        "parks/../../evil.xlsx",
        "../evil.xlsx",
        "/etc/evil.xlsx",
        "parks/..\\..\\evil.xlsx",
        "parks/C:evil.xlsx",
        "parks/a\x00b.xlsx",
        "parks/./ok.xlsx",
        "parks/ok.xlsx",
    )
    folders = ("parks", "parks/", "parks/./", "parks/..", "parks/sub", "parks/sub/.")

    def isdir(self, *_: Any) -> bool:
        return True

    def ls(self, *_: Any, **__: Any) -> list[dict[str, Any]]:
        return [
            *({"name": name, "size": 1, "type": "file"} for name in self.files),
            *({"name": name, "size": 0, "type": "directory"} for name in self.folders),
        ]


for kind in (Caching, Endless, Failing, Hostile):
    register_implementation(kind.protocol, kind, clobber=True)
