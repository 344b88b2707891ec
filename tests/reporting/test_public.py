"""What a published report must not hold, looked for in every format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from command_line import SAMPLE
from openpyxl import load_workbook
from pypdf import PdfReader

from eipcheck.cli.app import main
from eipcheck.evaluation.evaluate import IDENTITY
from eipcheck.model.dictionary import FieldType
from eipcheck.model.record import EnterpriseRef, Value
from eipcheck.pipeline.assess import Assessed, Request, assess
from eipcheck.pipeline.formats import FORMATS, Edition, suffix
from eipcheck.pipeline.publish import published
from eipcheck.resources import data_folder

SETS = ("vn-82-2018", "vn-35-2022", "vn-05-2025-indicators")
PUBLISHED = tuple(name for name in FORMATS if name != "annotated")
FEWEST_LETTERS = 4
"""Shorter secrets occur by chance."""


@cache
def the_park() -> Assessed:
    return assess(SAMPLE, Request(criteria=SETS))


def words(value: Value | None) -> Iterator[str]:
    """Give the words that a value would show."""
    match value:
        case EnterpriseRef(name=name):
            yield name
        case str():
            yield value
        case Decimal():
            yield str(value)


def secrets() -> frozenset[str]:
    """Give all that the sample says of enterprises, breaches, contracts, money, and in remarks."""
    done = the_park()
    found: set[str] = set()
    for sheet in done.dictionary.sheets:
        table = done.record.tables.get(sheet.id)
        for field in sheet.fields:
            hidden = field.confidential or sheet.id == "violations"
            if field.type is not FieldType.TEXT and not hidden:
                continue
            if field.id in (*IDENTITY, "judgement_criterion"):
                continue
            if table is not None and field.id in table.columns:
                values = table.columns[field.id].values
                if not (sheet.id == "violations" and field.type is FieldType.CHOICE):
                    found.update(w for v in values for w in words(v))
            for said in done.record.facts.get(field.id, ()):
                found.update(words(said.value))
                found.add(said.note)
    ours = "\n".join(p.read_text(encoding="utf-8") for p in data_folder("criteria").rglob("*.yaml"))
    shown = {o.value for f in IDENTITY for o in done.record.facts.get(f, ())}
    names = {*done.record.documents, *shown}
    return frozenset(s for s in found - names if len(s) >= FEWEST_LETTERS and s not in ours)


def text_of(name: str, path: Path) -> str:
    """Give all that a file shows or hides, as text."""
    match name:
        case "xlsx":
            book = load_workbook(path)
            cells = (c.value for sheet in book for row in sheet.iter_rows() for c in row)
            return "\n".join(str(value) for value in cells if value is not None)
        case "docx":
            with ZipFile(BytesIO(path.read_bytes())) as parts:
                names = [n for n in parts.namelist() if n.endswith((".xml", ".rels"))]
                return "\n".join(parts.read(n).decode("utf-8") for n in names)
        case "pdf":
            return "\n".join(page.extract_text() for page in PdfReader(path).pages)
        case _:
            return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write every format for the public, in both languages."""
    folder = tmp_path_factory.mktemp("public")
    reports = [f"--report={name}:{folder / f'park.{suffix(name)}'}" for name in PUBLISHED]
    sets = [f"--criteria={name}" for name in SETS]
    assert main(["assess", str(SAMPLE), *sets, *reports, "--lang=both", "--audience=public"]) == 0
    return folder


@pytest.mark.parametrize("name", PUBLISHED)
def test_nobodys_affairs_stand_in_a_published_report(name: str, outputs: Path) -> None:
    files = [p for p in outputs.iterdir() if p.suffix == f".{name}"]
    assert files
    hidden = secrets()
    assert len(hidden) > 100
    for path in files:
        text = text_of(name, path)
        assert "DN-001" in text or "indicators" in path.name, path.name
        assert [secret for secret in hidden if secret in text] == [], path.name


def test_the_terminal_shows_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", str(SAMPLE), "--audience=public"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert [secret for secret in secrets() if secret in shown] == []
    assert "Bản công bố" in shown


def test_the_same_words_stand_in_a_report_that_is_not_published(tmp_path: Path) -> None:
    path = tmp_path / "park.json"
    assert main(["assess", str(SAMPLE), f"--report=json:{path}"]) == 0
    text = path.read_text(encoding="utf-8")
    assert len([secret for secret in secrets() if secret in text]) > 100
    assert json.loads(text)["audience"] == "full"


def test_verdicts_outcomes_and_counts_stay(outputs: Path) -> None:
    document = json.loads((outputs / "park.json").read_text(encoding="utf-8"))
    assert document["audience"] == "public"
    assert document["problems"] == []
    for told, done in zip(document["assessments"], the_park().assessments, strict=True):
        verdicts = {f["id"]: f["verdict"] for f in told["findings"]}
        assert verdicts == {f.criterion.id: f.declared.verdict.value for f in done.findings}
        assert {q: o["declared"] for q, o in told["outcomes"].items()} == {
            o.question: o.declared.value for o in done.outcomes
        }


def test_the_full_edition_is_what_was_assessed() -> None:
    assert published(the_park(), Edition(languages=("vi",))) is the_park()


def test_a_gate_sees_what_is_not_published() -> None:
    assert main(["assess", str(SAMPLE), "--audience=public", "--fail-on=problems"]) == main(
        ["assess", str(SAMPLE), "--fail-on=problems"]
    )
