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
}
