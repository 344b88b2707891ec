"""Words on the command line."""

MESSAGES: dict[str, str] = {
    "terminal.verdict.met": "Met",
    "terminal.verdict.partly_met": "Partly met",
    "terminal.verdict.not_met": "Not met",
    "terminal.verdict.undetermined": "Undetermined",
    "terminal.verdict.needs_review": "Needs review",
    "terminal.verdict.not_applicable": "Not applicable",
    "terminal.verdict.reported": "Reported",
    "terminal.work": "What to do, by whom to ask",
    "terminal.more": "… and {n} more: see --report html",
    "terminal.column.clause": "Clause",
    "terminal.column.title": "Requirement",
    "terminal.column.observed": "Observed",
    "terminal.column.target": "Target",
    "terminal.column.verdict": "Verdict",
    "terminal.column.source": "Legal source",
    "terminal.advisories": "Advisory, outside the outcome",
    "terminal.readings": "Readings:",
    "terminal.default_readings": "the only one by default|all {n} by default",
    "terminal.other_readings": "{n} other reading|{n} other readings",
    "terminal.each_now": "now: {icon} {word}",
    "terminal.explain": "How it is computed: eipcheck explain {criterion} {file}",
    "terminal.problems": "Data to mend: {n}",
    "terminal.stopped.2": "Nothing was done: the command line is wrong.",
    "terminal.stopped.3": "Nothing was assessed: there is no usable workbook.",
    "terminal.stopped.4": "Nothing was done: a criteria or mapping file is invalid.",
    "terminal.stopped.6": "A result could not be written.",
    "terminal.bug": (
        "Sorry, eipcheck {version} has a fault ({error}). Please report it to the maintainers "
        "with the command you typed and the lines below (they hold none of your data). Run again "
        "with EIPCHECK_DEBUG=1 to see all of it."
    ),
    "terminal.unchanged": "Unchanged: {path}",
    "terminal.wrote": "Wrote {path}",
    "terminal.gate": "--fail-on {gate}: failed.",
    "terminal.batch.done": "{number}/{of}  {file}: {outcome}",
    "terminal.batch.failed": "{number}/{of}  {file}: COULD NOT BE ASSESSED",
    "terminal.batch.no_question": "assessed",
    "terminal.store.added": "{store}: {new} added, {known} there already.",
    "terminal.store.empty": "Nothing is stored here yet.",
    "terminal.store.standing": (
        "{set}: {met} met, {not_met} not met, {floor} to {ceiling} points, "
        "{answered} of {asked} answered"
    ),
    "terminal.store.outcome": "{question}: as declared {declared}; on evidence {evidenced}",
    "terminal.batch.kept": (
        "{n} workbook kept from an earlier run.|{n} workbooks kept from an earlier run."
    ),
    "terminal.batch.counts": "{done} assessed, {failed} could not be assessed.",
    "terminal.demo": (
        "A sample park with synthetic figures. Try next:\n"
        "  eipcheck assess {file} --lang en --report html\n"
        "  eipcheck explain recp-applied {file} --lang en\n"
        "  eipcheck template park.xlsx --lang en"
    ),
    "terminal.sets.in_force": "in force from {start}",
    "terminal.sets.until": "in force from {start} to {end}",
    "terminal.sets.status.draft": "draft",
    "terminal.sets.status.in_force": "in force",
    "terminal.sets.status.repealed": "repealed",
    "terminal.sets.status.framework": "framework",
    "terminal.sets.criteria": "{n} criterion|{n} criteria",
    "terminal.sets.no_dates": "no dates of force",
    "terminal.check.good": "{set}: no faults.",
    "terminal.check.bad": "{set}: {n} fault.|{set}: {n} faults.",
    "terminal.test.good": "{set}: the only case passes.|{set}: all {n} cases pass.",
    "terminal.test.bad": "{set}: the only case fails.|{set}: {failed} of {n} cases fail.",
    "terminal.test.steps": "Computation:",
    "terminal.ci.set": "Set",
    "terminal.ci.cases": "Tried",
    "terminal.ci.failed": "Failed",
    "terminal.ci.errors": "Errors",
    "terminal.ci.warnings": "Warnings",
    "terminal.ci.severity": "Severity",
    "terminal.ci.place": "Place",
    "terminal.ci.code": "Code",
    "terminal.ci.problem": "What is wrong, and how to mend it",
    "terminal.ci.error": "error",
    "terminal.ci.warning": "warning",
    "terminal.ci.nothing": "Nothing to mend.",
    "terminal.ci.more": "… and {n} more.",
    "terminal.coverage.total": (
        "{set}: {shown} of {n} verdicts are shown by cases, over versions and readings ({part})."
    ),
    "terminal.mutate.counts": (
        "{set}: {n} change: {killed} noticed, {equivalent} listed as making no difference, "
        "{survive} not noticed.|{set}: {n} changes: {killed} noticed, {equivalent} listed as "
        "making no difference, {survive} not noticed."
    ),
}
