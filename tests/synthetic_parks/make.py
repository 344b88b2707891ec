"""Writes many labelled synthetic parks: ``python tests/synthetic_parks/make.py DIR --parks 1000``.

The same seed gives the same bytes. ``--first`` begins at another number, so that a large number
can be made in several runs.
"""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from made_up import content, park

from eipcheck.model.dictionary import DataDictionary
from eipcheck.pipeline.sets import load_library
from eipcheck.pipeline.wanted import wanted_of
from eipcheck.workbook.asked import asked
from eipcheck.workbook.fill import filled_bytes

SET = "vn-35-2022"


@cache
def form() -> DataDictionary:
    """Give what the form for the set asks."""
    library = load_library((SET,))
    return asked(library.dictionary, wanted_of(library.sets, library.dictionary))


def workbook(number: int, seed: int, most: int) -> bytes:
    """Give the workbook of one park."""
    return filled_bytes(form(), "vi", content(park(number, seed, most), seed))


def write(folder: Path, seed: int, most: int, number: int) -> None:
    """Write the workbook of one park."""
    (folder / f"park-{number:05d}.xlsx").write_bytes(workbook(number, seed, most))


def main() -> None:
    """Write the parks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--parks", type=int, default=1000)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--most", type=int, default=40, help="enterprises of a park at most")
    told = parser.parse_args()
    told.folder.mkdir(parents=True, exist_ok=True)
    numbers = range(told.first, told.first + told.parks)
    one = partial(write, told.folder, told.seed, told.most)
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        for _ in pool.map(one, numbers, chunksize=16):
            pass


if __name__ == "__main__":
    main()
