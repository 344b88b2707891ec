"""Sentences of the comparison of two assessments of a park."""

MESSAGES = {
    "progress.title": "Progress of {park}",
    "progress.before": "Before: {date} · {file} · sha256 {sha256}…",
    "progress.after": "After: {date} · {file} · sha256 {sha256}…",
    "progress.other_park": "The two files name different parks: “{old}” and “{new}”.",
    "progress.only_old": "{set} judged only the earlier one.",
    "progress.only_new": "{set} judges only the later one.",
    "progress.no_set": "No criteria set judges both, so nothing can be compared.",
    "progress.same": "{n} criterion is unchanged.|{n} criteria are unchanged.",
    "progress.turn.regressed": "Regressed ({n})",
    "progress.turn.improved": "Improved ({n})",
    "progress.turn.changed": "Changed ({n})",
    "progress.turn.new": "New ({n})",
    "progress.turn.gone": "No longer judged ({n})",
    "progress.cause.data": "the data of the workbook",
    "progress.cause.rule": "the criteria set ({old} → {new})",
    "progress.cause.reading": "the reading ({old} → {new})",
    "progress.cause.date": "the assessment date ({old} → {new})",
    "progress.cause.version": "the version of the program ({old} → {new})",
    "progress.row.joined": "{n} joined ({yes} qualify, {open} not known): {names}",
    "progress.row.left": "{n} left ({yes} qualified, {open} not known): {names}",
    "progress.row.began": (
        "{n} listed before and now counted ({yes} qualify, {open} not known): {names}"
    ),
    "progress.row.stopped": "{n} no longer counted: {names}",
    "progress.row.to_yes": "{n} changed from no to yes: {names}",
    "progress.row.to_no": "{n} changed from yes to no: {names}",
    "progress.row.filled": "{n} answered now, {yes} with yes: {names}",
    "progress.row.lost": "{n} no longer known: {names}",
    "progress.row.unmatched": (
        "{n} row has no code and no name of its own, and is not followed.|{n} rows have no code "
        "and no name of their own, and are not followed."
    ),
    "progress.names": "{names}; {n} more",
    "progress.verdict": "Verdict",
    "progress.evidenced": "With evidence",
    "progress.observed": "Observed",
    "progress.causes": "May come from",
    "progress.cause": "Comes from",
    "progress.nothing": "Nothing has changed.",
}
