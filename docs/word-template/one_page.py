"""The example of a Word template of one's own: a page for directors, with no more than they ask."""

# ruff: noqa: INP001 - a folder of modules of one script
from __future__ import annotations

from wordml import cell, each, heads, par, row, rows, run, runs, say, section, steer, table, when

_RUNS = (35, 130)
_FIRST = (91, 39, 35)
_REQUIREMENTS = (15, 62, 44, 44)


def one_page() -> str:
    """Write the page: whether, how far, what first, and every requirement."""
    return "".join(
        (
            par("{{ view.head.park }}", "About"),
            par("{{ view.head.law }} · {{ view.head.law_status }}", "Block"),
            par("", "Rule"),
            each("a in view.answers", par("{{ a.sentence }}", "Line", bold=True)),
            when("not view.answers", par(say("page.no_question"), "Line", bold=True)),
            when("view.law_now", par("{{ view.law_now }}", "Line")),
            each("w in view.warnings + view.head.stamp_reasons", par("- {{ w }}", "Said")),
            par("", "Between"),
            _runs(),
            par("", "Between"),
            _first(),
            par("", "Between"),
            _requirements(),
            par("", "Between"),
            par(
                "{{ view.head.date.label }}: {{ view.head.date.value }}"
                "{% for v in view.versions if v.note %} · {{ v.label }}: {{ v.value }}{% endfor %}",
                "Brief",
            ),
            par("{{ view.disclaimer }}", "Brief"),
            section(landscape=False, headers=True),
        )
    )


def _runs() -> str:
    label = runs(run("{{ r.label }}", bold=True), "Cell")
    told = par("{{ r.floor }} · {{ r.ceiling }} · {{ r.coverage }}", "Cell")
    texts = ("", say("dossier.head.index"))
    return table(
        _RUNS,
        heads(_RUNS, texts),
        rows(
            "r in (view.declared, view.evidenced)",
            _RUNS,
            row(cell(_RUNS[0], label), cell(_RUNS[1], told)),
        ),
    )


def _first() -> str:
    texts = (say("page.first"), say("dossier.head.party"), say("page.cell"))
    line = row(
        cell(_FIRST[0], "{{ t.mark.icon }} {{ t.text }}"),
        cell(_FIRST[1], "{{ t.party }}"),
        cell(_FIRST[2], "{{ t.cells }}"),
    )
    return table(_FIRST, heads(_FIRST, texts), rows("t in view.first[:3]", _FIRST, line))


def _requirements() -> str:
    w = _REQUIREMENTS
    line = row(
        cell(w[0], par("{{ c.code or k.label }}", "Brief")),
        cell(w[1], par("{{ c.title }}", "Brief"), when("c.gap", par("{{ c.gap }}", "Hash"))),
        cell(w[2], par("{{ c.declared.icon }} {{ c.declared.word }}", "Brief")),
        cell(w[3], par("{{ c.evidenced.icon }} {{ c.evidenced.word }}", "Brief")),
    )
    lines = (steer("for k in view.clauses", w), rows("c in k.criteria", w, line))
    texts = ("", say("page.requirement"), say("run.declared"), say("run.evidenced"))
    return table(w, heads(w, texts), *lines, steer("endfor", w))
