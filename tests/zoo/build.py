"""Writes the files of the zoo for a person to open: ``python tests/zoo/build.py DIR [NAME...]``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from zoo.description import all_descriptions
from zoo.make import write


def main(folder: Path, names: list[str]) -> int:
    """Write the files named, or all; give the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = [page for page in all_descriptions() if not names or page.name in names]
    for page in pages:
        path = write(page, folder)
        sys.stdout.write(f"{path.name}: {page.title}\n")
    sys.stdout.write(f"{len(pages)} files in {folder}\n")
    return 0 if pages else 2


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.stderr.write(f"{__doc__}\n")
        raise SystemExit(2)
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2:]))
