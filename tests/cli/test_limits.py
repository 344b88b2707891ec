"""What a workbook may hold is adjustable by ``--limit``, on each command that reads one."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import SAMPLE, CommandLine

from eipcheck.model.limits import LIMIT_NAMES


@pytest.mark.parametrize(
    "command", [("assess",), ("inspect",), ("explain", "recp-applied")], ids=lambda c: c[0]
)
def test_a_limit_is_obeyed_and_its_message_says_how_to_raise_it(
    command: tuple[str, ...], eipcheck: CommandLine
) -> None:
    ended = eipcheck(*command, SAMPLE, "--limit", "cells=100")
    assert ended.code == 3
    assert "W126" in ended.err
    assert "more than 100." in ended.err
    advice = ended.err.split("--limit ")[1].split()[0].rstrip(".")
    assert eipcheck(*command, SAMPLE, "--limit", "elements=900000", "--limit", advice).code == 0


def test_a_batch_obeys_limits_and_goes_on(eipcheck: CommandLine, tmp_path: Path) -> None:
    run = ("batch", SAMPLE, "--out", tmp_path / "out", "--limit", "depth=1", "--resume")
    for options, told in (((), False), (("--audience", "full"), True)):
        ended = eipcheck(*run, *options)
        assert ended.code == 5
        assert "--limit depth=10" in ended.out + ended.err
        page = (tmp_path / "out" / "eipcheck-summary.html").read_text(encoding="utf-8")
        assert ("--limit depth=10" in page) == told
        assert "W119" in page


@pytest.mark.parametrize(
    ("limit", "code", "told"),
    [
        ("cell=5", "U113", "cells"),
        ("=5", "U113", "file-mb"),
        ("cells", "U114", "--limit cells=300"),
        ("cells=", "U114", "“”"),
        ("cells=0", "U114", "“0”"),
        ("cells=-1", "U114", "“-1”"),
        ("file-mb=300MB", "U114", "“300MB”"),
        ("file-mb=٣", "U114", "“٣”"),
    ],
)
def test_a_limit_that_does_not_exist_is_a_wrong_command(
    limit: str, code: str, told: str, eipcheck: CommandLine
) -> None:
    ended = eipcheck("assess", SAMPLE, "--limit", limit)
    assert ended.code == 2
    assert code in ended.err
    assert told in ended.err


def test_an_unknown_limit_lists_all(eipcheck: CommandLine) -> None:
    told = eipcheck("assess", SAMPLE, "--limit", "rows=5").err
    assert all(name in told for name in LIMIT_NAMES)
