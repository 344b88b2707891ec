"""Words of the explain command."""

MESSAGES: dict[str, str] = {
    "explain.evidenced": "With the evidence at hand: {verdict}",
    "explain.observed": "Observed",
    "explain.target": "Target",
    "explain.gap": "Gap",
    "explain.if_empty": "If nothing can be counted",
    "explain.evidence": "Evidence expected",
    "explain.remedy": "Remedy",
    "explain.sdg": "SDG targets",
    "explain.decision": "Decision",
    "explain.waiver": "Waiver",
    "explain.rule": "How it is computed",
    "explain.steps": "The computation",
    "explain.changes": "What would change the verdict",
    "explain.flags": "Flags",
    "explain.numbers": "Figures read",
    "explain.rows": "The rows behind the count",
    "explain.documents": "Documents named",
    "explain.readings": "Readings of the text",
    "explain.others": "other readings: {others}",
    "explain.source": "Legal source",
    "explain.code.what": "What",
    "explain.code.why": "Why",
    "explain.code.fix": "How to mend",
    "explain.code.example": "Example",
    "explain.codes.title": "The problems that eipcheck names",
    "explain.codes.intro": (
        "Every problem that eipcheck names has one of these codes. Where this page shows …, the "
        "problem itself names what it found: a heading, a value, a cell. `eipcheck explain W304` "
        "shows one code; this page is made by `eipcheck explain codes --lang en`."
    ),
    "explain.codes.W": "W: the workbook",
    "explain.codes.C": "C: criteria and dictionary files",
    "explain.codes.D": "D: what the answers say of each other",
    "explain.codes.O": "O: writing results",
    "explain.codes.U": "U: the command line",
}
