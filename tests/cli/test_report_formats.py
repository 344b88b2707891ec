"""Several reports at once, in one language or both: which files are written, and which are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import SAMPLE, CommandLine

from eipcheck.pipeline.formats import FORMATS, suffix

BOTH = {
    *("park.html", "park.json", "park.vi.docx", "park.en.docx", "park.vi.pdf", "park.en.pdf"),
    *("park.vi.xlsx", "park.en.xlsx", "park.vi.md", "park.en.md"),
    *("park.annotated.vi.xlsx", "park.annotated.en.xlsx"),
}


@pytest.fixture
def eipcheck(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """Give the command line."""
    return CommandLine(capsys)


def everything(folder: Path) -> list[str]:
    return [f"--report={name}:{folder / f'park.{suffix(name)}'}" for name in FORMATS]


def test_every_format_at_once(eipcheck: CommandLine, tmp_path: Path) -> None:
    ended = eipcheck("assess", SAMPLE, *everything(tmp_path))
    assert ended.code == 0
    assert {p.name for p in tmp_path.iterdir()} == {f"park.{suffix(name)}" for name in FORMATS}
    assert all(str(path) in ended.err.replace("\n", "") for path in tmp_path.iterdir())


def test_both_languages_give_one_page_and_two_files_of_all_else(
    eipcheck: CommandLine, tmp_path: Path
) -> None:
    ended = eipcheck("assess", SAMPLE, *everything(tmp_path), "--lang", "both")
    assert ended.code == 0
    assert {p.name for p in tmp_path.iterdir()} == BOTH
    page = (tmp_path / "park.html").read_text(encoding="utf-8")
    assert 'lang="vi"' in page
    assert 'lang="en"' in page
    assert "Theo khai báo" in ended.out
    assert "As declared" not in ended.out


def test_each_set_and_language_has_its_file(eipcheck: CommandLine, tmp_path: Path) -> None:
    sets = ("--criteria", "vn-82-2018", "--criteria", "vn-35-2022")
    report = f"--report=md:{tmp_path / 'park.md'}"
    assert eipcheck("assess", SAMPLE, *sets, report, "--lang=both").code == 0
    assert {p.name for p in tmp_path.iterdir()} == {
        f"park.{name}.{language}.md"
        for name in ("vn-82-2018", "vn-35-2022")
        for language in ("vi", "en")
    }


def test_a_file_and_the_standard_output_together(eipcheck: CommandLine, tmp_path: Path) -> None:
    page, document = tmp_path / "p.html", tmp_path / "out.docx"
    reports = (f"--report=html:{page}", f"--report=docx:{document}", "--report=json:-")
    ended = eipcheck("assess", SAMPLE, *reports)
    assert ended.code == 0
    assert json.loads(ended.out)["audience"] == "full"
    assert document.read_bytes().startswith(b"PK")


def test_both_is_for_reports_only(eipcheck: CommandLine) -> None:
    for command in ("inspect", "explain"):
        arguments = ("recp-applied", SAMPLE) if command == "explain" else (SAMPLE,)
        ended = eipcheck(command, *arguments, "--lang", "both")
        assert ended.code == 2
        assert "U110" in ended.err


def test_a_batch_speaks_both(eipcheck: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.xlsx").write_bytes(SAMPLE.read_bytes())
    ended = eipcheck("batch", tmp_path / "in", "--out", tmp_path / "out", "--lang=both")
    assert ended.code == 0
    names = {p.name for p in (tmp_path / "out").iterdir() if "batch" not in p.name}
    assert names == {"a.html", "a.json", "eipcheck-summary.html", "eipcheck-summary.xlsx"}
    assert 'lang="en"' in (tmp_path / "out" / "a.html").read_text(encoding="utf-8")


def test_a_public_batch_names_nobody(eipcheck: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.xlsx").write_bytes(SAMPLE.read_bytes())
    ended = eipcheck("batch", tmp_path / "in", "--out", tmp_path / "out", "--audience=public")
    assert ended.code == 0
    for name in ("a.html", "a.json", "eipcheck-summary.html"):
        text = (tmp_path / "out" / name).read_text(encoding="utf-8")
        assert "Doanh nghiệp giả định 0" not in text
