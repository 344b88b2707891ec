"""The summary table of many parks."""

MESSAGES: dict[str, str] = {
    "summary.title": "Eco-industrial park self-assessments side by side",
    "summary.counts": "{done} assessed, {failed} could not be assessed",
    "summary.sheet": "Summary",
    "summary.failures": "Could not be assessed",
    "summary.column.park": "Park",
    "summary.column.file": "File",
    "summary.column.date": "Assessment date",
    "summary.column.law": "Force of the text",
    "summary.column.declared": "{question}: as declared",
    "summary.column.evidenced": "{question}: with evidence",
    "summary.column.index": "Progress index (guidance)",
    "summary.column.floor": "Certain",
    "summary.column.ceiling": "At most",
    "summary.column.coverage": "Data answered",
    "summary.column.problems": "Data problems",
    "summary.column.failure": "Why, and how to mend it",
    "summary.bug": "The program failed on this file; please report it to the maintainers.",
}
