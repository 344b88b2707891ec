"""The JSON Schema of criteria files: kept in the repository, and named in every shipped file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from schema_agreement import BOTH, LOADER_ONLY, disagreement, kind_of, validator

from eipcheck.criteria.conditions import READERS as CONDITION_READERS
from eipcheck.criteria.measures import READERS as MEASURE_READERS
from eipcheck.criteria.schema import KINDS, schema_text
from eipcheck.criteria.shapes_set import CONDITIONS, MEASURES
from eipcheck.reporting.codes import codes_of

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "criteria" / "schema"
SHIPPED = sorted(
    path for folder in ("criteria", "examples") for path in (ROOT / folder).rglob("*.yaml")
)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_the_stored_schema_is_the_one_that_the_program_makes(name: str) -> None:
    """``EIPCHECK_UPDATE_GOLDEN=1`` writes it anew."""
    path = SCHEMAS / f"{name}.schema.json"
    if os.environ.get("EIPCHECK_UPDATE_GOLDEN") == "1":
        path.write_text(schema_text(KINDS[name]), encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == schema_text(KINDS[name])


def test_every_stored_schema_is_of_a_kind() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == {f"{name}.schema.json" for name in KINDS}


@pytest.mark.parametrize("name", sorted(KINDS))
def test_the_schemas_are_schemas(name: str) -> None:
    Draft7Validator.check_schema(validator(name).schema)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_shipped_file_names_its_schema_and_fits_it(path: Path) -> None:
    kind = kind_of(path)
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    schema = os.path.relpath(SCHEMAS / f"{kind}.schema.json", path.parent).replace(os.sep, "/")
    assert first == f"# yaml-language-server: $schema={schema}"
    assert disagreement(kind, path, ()) is None


def test_there_are_shipped_files_of_most_kinds() -> None:
    assert {kind_of(path) for path in SHIPPED} >= {"set", "clause", "cases", "fields", "mapping"}


def test_every_kind_of_condition_and_measure_has_its_reader() -> None:
    assert set(CONDITION_READERS) == set(CONDITIONS)
    assert set(MEASURE_READERS) == set(MEASURES)


def test_an_editor_tells_what_a_kind_means() -> None:
    definitions = validator("clause").schema["definitions"]
    for name, kinds in (("condition", CONDITIONS), ("measure", MEASURES)):
        parts = definitions[name]["properties"]
        silent = {kind for kind in kinds if not parts[kind].get("description")}
        assert silent <= {"term"}, "a term means what the set says"


def test_every_code_is_seen_by_the_schema_or_said_not_to_be() -> None:
    known = set(codes_of("C"))
    assert set(BOTH) & set(LOADER_ONLY) == set()
    assert known - set(BOTH) - set(LOADER_ONLY) == set(), "say in schema_agreement.py why"
