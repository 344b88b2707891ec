"""Writing files: whole or not at all, never over something unasked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from command_line import SAMPLE

from eipcheck.model.problem import OutputError
from eipcheck.pipeline.assess import assess
from eipcheck.pipeline.files import Output, check_targets, write
from eipcheck.pipeline.formats import Edition
from eipcheck.pipeline.reports import report_specs, write_reports


def codes(error: pytest.ExceptionInfo[OutputError]) -> list[str]:
    """Give the codes of an error's problems."""
    return [problem.code for problem in error.value.problems]


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    write(Output(tmp_path / "a" / "b.json", b"{}"), force=False)
    assert (tmp_path / "a" / "b.json").read_bytes() == b"{}"
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["b.json"]


def test_a_failed_write_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.html"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as error:
        write(Output(target, b"new"), force=True)
    assert codes(error) == ["O107"]
    assert dict(error.value.problems[0].facts) == {"reason": "No space left on device"}
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]
    assert target.read_bytes() == b"old"


def test_a_file_open_in_another_program_has_its_own_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.html"
    target.write_bytes(b"old")

    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(OutputError) as error:
        write(Output(target, b"new"), force=True)
    assert codes(error) == ["O106"]
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]


def test_a_file_that_appeared_meanwhile_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_bytes(b"theirs")
    with pytest.raises(OutputError) as error:
        write(Output(target, b"ours"), force=False)
    assert codes(error) == ["O101"]
    assert target.read_bytes() == b"theirs"


def test_all_objections_are_told_at_once(tmp_path: Path) -> None:
    park = tmp_path / "park.xlsx"
    for name in ("park.xlsx", "old.html"):
        (tmp_path / name).write_bytes(b"")
    targets = ["old.html", "park.xlsx", "new.md", "new.md", ".", "nowhere/new.json"]
    with pytest.raises(OutputError) as error:
        check_targets([tmp_path / t for t in targets], force=False, inputs=(park,))
    assert sorted(codes(error)) == ["O101", "O102", "O103", "O104", "O105"]


def test_a_renderer_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise LookupError

    monkeypatch.setattr("eipcheck.reporting.markdown.render_markdown", fail)
    asked = [f"{name}:{tmp_path / f'report.{name}'}" for name in ("html", "json", "md")]
    done = assess(SAMPLE)
    edition = Edition(languages=("vi",))
    specs = report_specs(asked, SAMPLE, edition)
    with pytest.raises(LookupError):
        write_reports(specs, done, edition, source=SAMPLE, force=False)
    assert list(tmp_path.iterdir()) == []
