"""The workbook given back with notes in its cells."""

MESSAGES: dict[str, str] = {
    "annotated.sheet": "Findings",
    "annotated.title": "Findings of eipcheck in this workbook",
    "annotated.made": "Made on {date} by eipcheck {version}; criteria set {set}",
    "annotated.counts": "Errors: {errors} · Notes: {warnings} · Cells to fill: {blanks}",
    "annotated.clean": "Nothing is to be mended or filled.",
    "annotated.copy": (
        "This is a copy: your own file was not touched. Fill in and mend here, save, and have this "
        "file assessed again; notes and colours of an earlier round are then taken away."
    ),
    "annotated.legend": "In the sheets, each of these cells has its colour and a note:",
    "annotated.legend.error": "Error: an answer is lost until this is mended",
    "annotated.legend.warning": "Note: to be checked",
    "annotated.legend.todo": "To fill: a criterion waits for it",
    "annotated.results": (
        "Formulas show the results that were saved last; Excel computes them anew on opening."
    ),
    "annotated.lost": "What this copy could not take over; your own file still has it:",
    "annotated.column.number": "No.",
    "annotated.column.code": "Code",
    "annotated.column.kind": "Kind",
    "annotated.column.place": "Place (click)",
    "annotated.column.what": "What",
    "annotated.column.why": "Why",
    "annotated.column.fix": "How to mend",
    "annotated.column.criterion": "For which criterion",
    "annotated.column.who": "Whom to ask",
    "annotated.mark.fill": "To fill",
    "annotated.mark.decision": "Decision needed",
    "annotated.hidden": "{place} (hidden sheet)",
    "annotated.more": "… and {n} more",
    "annotated.more_places": "… and {n} more cells from here on: {places}",
    "annotated.fill": "To fill: {label}",
    "annotated.evidence": "Evidence needed: {label}",
    "annotated.decision": "Decision needed: {label}",
    "annotated.waits": "Criterion waiting: {criteria}|Criteria waiting: {criteria}",
    "annotated.waits_for": "{criterion} ({said})",
    "annotated.of_set": "{criterion} [{set}]",
    "annotated.undecided": "Without it the verdict stays open.",
    "annotated.unproven": "Without it the answer counts as declared, not as evidenced.",
    "annotated.ask": "Ask: {who}",
    "annotated.fix.fact": "Fill in or settle this cell.",
    "annotated.fix.column_missing": "Add the column under this heading and fill it in.",
    "annotated.fix.column": "Fill in the blank cells.",
    "annotated.fix.complete": "Complete the list, then answer “Yes” here.",
    "annotated.fix.row": "Add the missing rows.",
    "annotated.fix.document": (
        "Enter the document on the sheet “{evidence}”, then name its number in this row."
    ),
    "annotated.fix.decision": "Enter the decision on the sheet “{judgements}”.",
    "annotated.found_in": "Found in: {where}.",
    "annotated.mend": "To mend: {fix}",
    "annotated.see": "See {place}.",
    # What a copy may lose
    "annotated.lost.charts": "charts",
    "annotated.lost.chart_looks": "the exact look of charts (they are drawn anew)",
    "annotated.lost.pictures": "pictures",
    "annotated.lost.shapes": "shapes and text boxes",
    "annotated.lost.dropdowns": (
        "drop-down lists in Excel's newer form, such as those that take their choices from "
        "another sheet"
    ),
    "annotated.lost.formats": (
        "conditional formats in Excel's newer form, such as icon sets and data bars"
    ),
    "annotated.lost.sparklines": "sparklines",
    "annotated.lost.slicers": "slicers and timelines",
    "annotated.lost.pivots": "pivot tables",
    "annotated.lost.macros": "macros and buttons on the ribbon",
    "annotated.lost.controls": "form controls, such as buttons and tick boxes",
    "annotated.lost.objects": "embedded files and objects",
    "annotated.lost.links": (
        "links to other workbooks (where a formula took its figure from one, the result that was "
        "saved last stands as a fixed value)"
    ),
    "annotated.lost.connections": "data connections and queries",
    "annotated.lost.threads": "threaded comments (their text stays as a plain note)",
    "annotated.lost.notes": "bold, italic and other lettering in your own notes (their text stays)",
    "annotated.lost.labels": "sensitivity labels and attached data of other programs",
    "annotated.lost.printer": "settings of the printer",
    "annotated.lost.signatures": "digital signatures",
    "annotated.lost.protection": (
        "the password for saving changes, and the ranges that may be edited on protected sheets"
    ),
    "annotated.lost.backgrounds": "pictures behind sheets and in headers and footers",
    "annotated.lost.views": "custom views of sheets",
    "annotated.lost.types": "linked data types, and formulas that spill over several cells",
    "annotated.lost.other": "other parts: {names}",
}
