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
    "summary.column.floor": "Certain",
    "summary.column.ceiling": "At most",
    "summary.column.coverage": "Data answered",
    "summary.column.problems": "Data problems",
    "summary.column.failure": "Why, and how to mend it",
    "summary.bug": "The program failed on this file; please report it to the maintainers.",
    "summary.column.place": "Province, as the workbook writes it",
    "summary.column.requirement": "Requirement",
    "summary.column.clause": "Clause",
    "summary.column.missed": "Parks that do not meet it",
    "summary.column.undecided": "Parks without enough data, or to be reviewed",
    "summary.column.who": "Whom to ask",
    "summary.column.note": "Not counted",
    "summary.gaps": "What parks miss, and what is not known",
    "summary.gaps_sheet": "Gaps",
    "summary.counted": "{n} of {of} rows are counted.",
    "summary.twins": (
        "Another workbook says it is this park on this day, so neither is counted: {files}"
    ),
    "summary.earlier": (
        "An earlier state of a park that stands here with a later date; not counted."
    ),
    "summary.twins_told": (
        "{n} workbooks say they are {park} on {date}, so none of them is counted: {files}"
    ),
    "summary.no_province": "Province not stated",
    "summary.readings": "Readings other than the default: {readings}",
    "summary.matrix_note": "A clause shows its gravest verdict, as declared.",
    "summary.by_province": "Parks counted, by province as their workbooks write it for their dates",
    "summary.province": "Province",
    "summary.all": "All",
    "summary.tables": (
        "Parks judged by another set, version or reading, or by other data, are not compared:"
    ),
    "summary.trends": "Parks with several dates",
    "summary.trends_sheet": "Dates",
    "summary.lacks": "What is missing most, and whom to ask",
    "summary.lacks_sheet": "Missing data",
    "summary.savings": "What RECP solutions save in a year",
    "summary.savings_sheet": "Savings",
    "summary.savings_stated": "{given} of {measured} measured solutions; {n} of {of} parks",
    "summary.savings_left": (
        "{listed} of {of} parks list solutions; lists declared complete: {complete}. Not added: "
        "{unmeasured} implemented without a measured result, or without a word of it; {others} not "
        "implemented on the assessment date, or of an unknown state or date."
    ),
    "summary.savings_alike": (
        "The very same figures, perhaps of these parks together, so added once: {parks}"
    ),
    "summary.savings_note": (
        "At least, by the parks' own figures: solutions implemented with a measured result, of the "
        "parks counted. Proposed or estimated savings, and totals that a park states without its "
        "solutions, are not added, nor are figures beyond what is plausible; the form asks for no "
        "savings by symbiosis."
    ),
    "summary.column.saving": "Saved or avoided",
    "summary.column.amount": "At least, a year",
    "summary.column.stated": "Stated by",
    "summary.column.unit": "Unit",
    "summary.column.province": "Province",
    "summary.column.range": "Certain and possible",
    "summary.column.what": "What is missing",
    "summary.column.lacking": "Parks that lack it",
}
