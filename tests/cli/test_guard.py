"""A fault of the program: an apology without the user's data, and exit code 70."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import ROOT, SAMPLE, CommandLine

from eipcheck.cli.console import Exit, gravest
from eipcheck.cli.options import help_language
from eipcheck.version import __version__


def test_a_bug_is_told_without_the_data_that_met_it(
    eipcheck: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        message = "secret figure 4711"
        raise LookupError(message)

    monkeypatch.setattr("eipcheck.pipeline.assess.evaluate_worlds", fail)
    ended = eipcheck("assess", SAMPLE)
    assert (ended.code, ended.out) == (70, "")
    assert "LookupError" in ended.err
    assert "in _evaluate" in ended.err
    assert "4711" not in ended.err.replace('message = "secret figure 4711"', "")


def test_a_maintainer_can_see_the_whole_error(
    eipcheck: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EIPCHECK_DEBUG", "1")
    monkeypatch.setattr("eipcheck.pipeline.assess.evaluate_worlds", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        eipcheck("assess", SAMPLE)


def test_the_gravest_of_several_codes_counts() -> None:
    order = [70, 4, 3, 6, 5, 1]
    for number, code in enumerate(order):
        assert gravest(Exit(c) for c in reversed(order[number:])) == code
    assert gravest([Exit.DONE]) == 0


def test_the_help_speaks_the_language_asked_for() -> None:
    assert help_language([], {}) == "vi"
    assert help_language([], {"EIPCHECK_LANG": "en"}) == "en"
    assert help_language(["assess", "--lang", "en"], {}) == "en"
    assert help_language(["assess", "--lang=vi"], {"EIPCHECK_LANG": "en"}) == "vi"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own."""
    return subprocess.run(
        (sys.executable, "-m", "eipcheck", *arguments),
        env=os.environ | environment,
        cwd=ROOT,
        capture_output=True,
        check=False,
    )


def test_a_console_without_vietnamese_letters_gets_substitutes() -> None:
    ended = run("assess", str(SAMPLE), PYTHONIOENCODING="ascii")
    assert ended.returncode == 0
    assert b"?" in ended.stdout
    assert ended.stdout.isascii()


def test_json_is_utf_8_on_any_console() -> None:
    ended = run("assess", str(SAMPLE), "--report", "json:-", PYTHONIOENCODING="ascii")
    assert "Tỉnh giả định" in ended.stdout.decode("utf-8")


def test_help_names_every_command_and_imports_little() -> None:
    for language, words in (("vi", "Đánh giá"), ("en", "Assess")):
        ended = run("--help", EIPCHECK_LANG=language)
        assert words in ended.stdout.decode("utf-8")
    code = (
        "import sys; from eipcheck.cli.app import main; main(['--help']);"
        "bad = {'openpyxl', 'yaml', 'jinja2', 'rich.console', 'msgspec'} & set(sys.modules);"
        "sys.exit(', '.join(sorted(bad)) or None)"
    )
    ended = subprocess.run((sys.executable, "-c", code), cwd=ROOT, capture_output=True, check=False)
    assert ended.stderr == b""


def test_assess_in_a_pipe_imports_neither_jinja_nor_rich() -> None:
    code = (
        "import sys; from eipcheck.cli.app import main; main(['assess', sys.argv[1]]);"
        "bad = {'jinja2', 'rich.console', 'json'} & set(sys.modules);"
        "sys.exit(', '.join(sorted(bad)) or None)"
    )
    ended = subprocess.run(
        (sys.executable, "-c", code, str(SAMPLE)), cwd=ROOT, capture_output=True, check=False
    )
    assert ended.stderr == b""


def test_the_version_is_told(eipcheck: CommandLine) -> None:
    assert eipcheck("--version").out == f"eipcheck {__version__}\n"


def test_a_reader_who_leaves_early_gets_no_traceback(tmp_path: Path) -> None:
    script = tmp_path / "run.sh"
    script.write_text(
        f'"{sys.executable}" -m eipcheck assess "{SAMPLE}" | true; echo "${{PIPESTATUS[0]}}"',
        encoding="utf-8",
    )
    if os.name != "posix":
        pytest.skip("no pipes of this kind")
    ended = subprocess.run(("bash", str(script)), cwd=ROOT, capture_output=True, check=False)
    assert ended.stdout.strip() in {b"0", b"6"}
    assert b"Traceback" not in ended.stderr
