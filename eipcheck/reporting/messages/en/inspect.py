"""Words of the inspect command."""

MESSAGES: dict[str, str] = {
    "inspect.sheets": "Sheets: {read} of {n} recognised.",
    "inspect.columns": "Columns: {read} of {n} recognised, {left} left, {ignored} that answer "
    "nothing.",
    "inspect.problems": "Problems: {n}.",
    "inspect.no_park": "No sheet of the form was recognised: the file cannot be assessed.",
    "inspect.how.id": "by its id",
    "inspect.how.label": "by its label",
    "inspect.how.alias": "by a known alias",
    "inspect.how.mapping": "by the mapping {mapping}",
    "inspect.how.headings": "by its headings",
    "inspect.how.left": "not recognised, not read",
    "inspect.how.ignored": "known, answers no question",
    "inspect.how.own": "part of the form, holds no answers",
    "inspect.near": "resembles {name}",
    "inspect.hidden": "hidden sheet",
    "inspect.heading_row": "heading row {rows}",
    "inspect.no_heading_row": "no heading row found",
    "inspect.rows": "{n} row read|{n} rows read",
    "inspect.unit": "unit {unit}",
    "inspect.converted": "converted: {unit} × {factor} = {target}",
    "inspect.convention.comma": "decimal comma",
    "inspect.convention.point": "decimal point",
    "inspect.missing": "No column for {n} field: {names}|No column for {n} fields: {names}",
    "inspect.draft": "Draft a mapping for what was left: eipcheck inspect {file} --write-mapping "
    "OUT.yaml",
    "inspect.nothing_left": "Nothing was left that a mapping could tell: no draft was written.",
}
