"""The annexes, each a landscape section whose table repeats its head on every page."""

# ruff: noqa: INP001 - a folder of modules of one script
from __future__ import annotations

from body import group_title, todo
from wordml import (
    LANDSCAPE,
    cell,
    each,
    heads,
    par,
    row,
    rows,
    rows_when,
    run,
    runs,
    say,
    section,
    section_end,
    steer,
    table,
    when,
)

_FINDINGS = (11, 33, 30, 44, 30, 31, 31, 42)
_APPRAISAL = (11, 33, 30, 48, 40, 44, 46)
_NUMBERS = (80, 40, 18, 68, 46)
_REGISTER = (60, 14, 10, 168)
_ROWS = (80, 40, 92, 40)
_PROBLEMS = (26, 46, 90, 90)
_READINGS = (12, 90, 75, 75)
_GOALS = (12, 70, 30, 100, 40)
_VERSIONS = (45, 72, 135)
_TITLE = "{% if c.code %}{{ c.code }} {% endif %}{{ c.title }}"
_NUMBER = "{{ outer }}.{{ loop.index }}"
_BASIS = "{{ c.source.text }} ({{ c.source.confidence.word }})"
_REQUIREMENT = (
    "{{ c.requirement }}{% if c.target %} ({{ say('page.target_is', target=c.target) }}){% endif %}"
)
_OBSERVED = "{{ c.observed }}{% if c.observed_counts %} ({{ c.observed_counts }}){% endif %}"
_EVIDENCED = "{{ say('run.evidenced') }}: {{ c.observed_evidenced }}"


def annexes() -> str:
    """Write every annex; the last one ends the document."""
    return "".join(
        (
            _annex("findings", _findings()),
            _annex("appraisal", _appraisal()),
            _annex("numbers", _numbers()),
            _annex("register", _register()),
            _annex("rows", _other_rows()),
            _annex("problems", _problems()),
            _annex("readings", _readings()),
            _annex("goals", _goals()),
            _annex("method", _method(), last=True),
            section(landscape=True),
        )
    )


def _annex(key: str, content: str, *, last: bool = False) -> str:
    words = run("{{ a.label }}") + "<w:r><w:br/></w:r>" + run("{{ a.title }}", upper=True)
    end = "" if last else section_end(landscape=True)
    loop = f"a in view.dossier.annexes if a.key == '{key}'"
    return each(loop, runs(words, "Heading1"), content, end)


def _cells(widths: tuple[int, ...], *texts: str) -> str:
    return row(*(cell(width, text) for width, text in zip(widths, texts, strict=True)))


def _by_group(widths: tuple[int, ...], *content: str) -> str:
    """Write rows for each criterion, under the title of its group."""
    return "".join(
        (
            steer("for g in view.dossier.groups", widths),
            steer("set outer = loop.index", widths),
            row(cell(LANDSCAPE, group_title(), span=len(widths), grey=True)),
            rows("c in g.criteria", widths, *content),
            steer("endfor", widths),
        )
    )


def _verdicts() -> tuple[str, ...]:
    """Write what both runs say, and what to know of it."""
    said = (
        runs(
            run(f"{say(f'run.{key}')}: ")
            + run(f"{{{{ c.{key}.icon }}}} {{{{ c.{key}.word }}}}", bold=True),
            "Cell",
        )
        for key in ("declared", "evidenced")
    )
    return (*said, each("f in c.flags", par("{{ f.word }}", "Cell", italic=True)))


def _documents() -> str:
    shown = "- {{ e.document }}: {{ e.state }}{% if e.cell %} ({{ e.cell }}){% endif %}"
    return each("e in c.evidence", par(shown, "Cell"))


def _findings() -> str:
    texts = (
        *(say("dossier.head.no"), say("dossier.head.criterion"), say("dossier.head.basis")),
        *(say("page.requirement"), say("dossier.head.state"), say("page.result")),
        *(say("dossier.head.gap"), say("page.evidence")),
    )
    w = _FINDINGS
    more = "x in (c.decision, c.waiver, c.benchmark) if x"
    line = row(
        cell(w[0], _NUMBER),
        cell(w[1], _TITLE, par(say("page.actor", ", actor=c.actor"), "Cell", italic=True)),
        cell(w[2], _BASIS),
        cell(w[3], _REQUIREMENT),
        cell(
            w[4],
            par(_OBSERVED, "Cell"),
            when("c.differs and c.observed_evidenced", par(_EVIDENCED, "Cell")),
        ),
        cell(w[5], *_verdicts()),
        cell(
            w[6],
            par("{{ c.gap }}", "Cell"),
            when(
                "c.gap_evidenced and c.gap_evidenced != c.gap",
                par(f"{say('run.evidenced')}: {{{{ c.gap_evidenced }}}}", "Cell"),
            ),
            each(more, par("{{ x }}", "Cell")),
        ),
        cell(w[7], par("{{ c.evidence_expected }}", "Cell"), _documents()),
    )
    return table(w, heads(w, texts), _by_group(w, line))


def _appraisal() -> str:
    texts = (
        *(say("dossier.head.no"), say("dossier.head.criterion"), say("dossier.head.basis")),
        *(say("page.requirement"), say("dossier.head.state_and_result"), say("page.evidence")),
        say("dossier.head.remarks"),
    )
    w = _APPRAISAL
    line = row(
        cell(w[0], _NUMBER),
        cell(w[1], _TITLE),
        cell(w[2], _BASIS),
        cell(w[3], _REQUIREMENT),
        cell(w[4], par(_OBSERVED, "Cell"), *_verdicts()),
        cell(w[5], par("{{ c.evidence_expected }}", "Cell"), _documents()),
        cell(w[6], ""),
    )
    says = par(
        say("dossier.annex.appraisal.says", ", annex=view.dossier.annexes[0].label"), "Plain"
    )
    return says + table(w, heads(w, texts), _by_group(w, line))


def _numbers() -> str:
    w = _NUMBERS
    span = len(w)
    texts = (
        *(say("page.field"), say("page.value"), say("page.year")),
        *(say("dossier.head.source"), say("page.cell")),
    )

    def line(*content: str) -> str:
        return row(cell(LANDSCAPE, *content, span=span))

    title = run(f"{_NUMBER} {_TITLE}: ", bold=True) + run(
        "{{ c.declared.icon }} {{ c.declared.word }}{% if c.differs %}; "
        "{{ say('run.evidenced') }}: {{ c.evidenced.icon }} {{ c.evidenced.word }}{% endif %}"
    )
    number = _cells(
        w,
        "{{ n.label }}{% if n.aside %}. {{ n.aside }}{% endif %}",
        "{{ n.value }}{% if n.raw %} ({{ say('page.raw', raw=n.raw) }}){% endif %}",
        "{{ n.year }}",
        "{{ (n.source, n.quality, n.documents, n.note) | select | join('; ') }}",
        "{{ n.cell }}",
    )
    source = (
        "{{ say('page.source') }}: {{ c.source.text }}. "
        "{{ c.source.confidence_sentence }} {{ c.source.verified }} {{ c.source.note }}"
        "{% for url in c.source.urls %} {{ url }}{% endfor %}"
    )
    step = row(cell(sum(w[:-1]), "→ {{ s.text }}", span=span - 1), cell(w[-1], "{{ s.cells }}"))
    rows_told = (
        "{{ c.rows.caption }}: {{ c.rows.tallies | map(attribute='text') | join(', ') }}. "
        "{{ c.rows.complete }}"
    )
    return table(
        w,
        heads(w, texts),
        _by_group(
            w,
            row(cell(LANDSCAPE, runs(title, "Group"), span=span, grey=True)),
            line("{{ say('page.computed') }}: {{ c.computed }}"),
            rows("s in c.steps", w, step),
            rows("n in c.numbers", w, number),
            rows_when("c.rows", w, line(rows_told)),
            rows("f in c.flags", w, line("{{ f.word }}: {{ f.sentence }}")),
            rows("t in c.todos", w, line(todo())),
            rows_when("c.remedy", w, line("{{ say('page.todo') }}: {{ c.remedy }}")),
            line(source),
        ),
    )


def _register() -> str:
    """Write a line for each enterprise: a mark in each numbered column, and the reasons."""
    w = _REGISTER
    marks = "{% for m in view.register.legend %}{{ m.icon }} {{ m.word }}   {% endfor %}"
    columns = each("k in view.register.columns", par("({{ loop.index }}) {{ k[1] }}", "Line"))
    asked = "".join(
        (
            par("{{ e.title }}", "Heading2"),
            each("s in (e.park, e.complete) if s", par("{{ s }}", "Line")),
            par(
                "{% for t in e.tallies + e.now %}{{ t.mark.icon }} {{ t.text }}   {% endfor %}",
                "Line",
            ),
        )
    )
    reasons = "{% for x in r.whys %}{% if x %}({{ loop.index }}) {{ x }}   {% endif %}{% endfor %}"
    code = "{% if r.name and r.code %} ({{ r.code }}){% endif %}"
    return "".join(
        (
            par(marks, "Line"),
            columns,
            par("{{ view.register.cited | join(' · ') }}", "Small"),
            each("e in view.enterprises", asked),
            par("", "Steering"),
            table(
                w,
                row(
                    cell(w[0], par(say("page.name"), "CellHead"), grey=True),
                    cell(w[1], par(say("page.cell"), "CellHead"), grey=True),
                    _repeated(w[2], "k in view.register.columns", "{{ loop.index }}", "CellHead"),
                    cell(w[3], par(say("page.because"), "CellHead"), grey=True),
                    head=True,
                ),
                rows(
                    "r in view.register.rows",
                    w,
                    row(
                        cell(w[0], par("{{ r.name or r.code }}" + code, "Small")),
                        cell(w[1], par("{{ r.cell }}", "Small")),
                        _repeated(w[2], "m in r.marks", "{{ m.icon }}", "Icon"),
                        cell(w[3], par(reasons, "Small")),
                    ),
                ),
            ),
        )
    )


def _repeated(width: float, loop: str, text: str, style: str) -> str:
    """Write a cell once for each of several things, side by side."""
    grey = style == "CellHead"
    return "".join(
        (
            cell(width, f"{{%tc for {loop} %}}"),
            cell(width, par(text, style), grey=grey),
            cell(width, "{%tc endfor %}"),
        )
    )


def _other_rows() -> str:
    w = _ROWS
    texts = (say("page.name"), say("page.counts_as"), say("page.because"), say("page.cell"))
    line = _cells(
        w,
        "{{ r.name or r.code }}{% if r.name and r.code %} ({{ r.code }}){% endif %}",
        "{{ r.mark.icon }} {{ r.mark.word }}",
        "{{ r.why | join(' · ') }}",
        "{{ r.cell }}",
    )
    return each(
        "g in view.dossier.groups",
        each(
            "c in g.criteria if c.rows and not c.rows.in_register",
            par("{{ c.title }}", "Heading2"),
            par("{{ c.rows.caption }}. {{ c.rows.complete }}", "Line"),
            when(
                "c.rows.rows",
                table(w, heads(w, texts), rows("r in c.rows.rows", w, line)),
            ),
        ),
    )


def _problems() -> str:
    w = _PROBLEMS
    texts = (
        *(say("dossier.head.code"), say("dossier.head.place")),
        *(say("dossier.head.what"), say("dossier.head.how")),
    )
    line = _cells(
        w,
        "{{ p.mark.icon }} {{ p.mark.word }} {{ p.code }}",
        "{{ p.place }}{% if p.other_places %}; {{ say('page.see_also', places=p.other_places) }}"
        "{% endif %}",
        "{{ p.what }}",
        "{{ p.why }} {{ p.fix }}",
    )
    return table(w, heads(w, texts), rows("p in view.problems", w, line))


def _readings() -> str:
    w = _READINGS
    texts = (
        *(say("dossier.head.code"), say("dossier.head.question")),
        *(say("dossier.head.chosen"), say("dossier.head.effects")),
    )
    line = row(
        cell(w[0], "{{ r.id }}"),
        cell(w[1], "{{ r.question }}"),
        cell(
            w[2], "{{ r.chosen }}{% if not r.is_default %} {{ say('page.not_default') }}{% endif %}"
        ),
        cell(
            w[3],
            par(
                "{% if r.others %}{{ say('page.other_readings', others=r.others | join('; ')) }}"
                "{% endif %}",
                "Cell",
            ),
            each("x in r.effects", par("{{ x }}", "Cell")),
        ),
    )
    return table(w, heads(w, texts), rows("r in view.readings", w, line))


def _goals() -> str:
    w = _GOALS
    texts = (
        *(say("dossier.head.no"), say("page.goal"), say("page.targets")),
        *(say("page.contributed_by"), say("dossier.head.contributes")),
    )
    line = _cells(
        w,
        "{{ g.number }}",
        "{{ g.title }}",
        "{{ g.targets | join(', ') or '–' }}",
        "{{ g.criteria | join('; ') or '–' }}",
        "{{ g.met or '–' }}",
    )
    says = par(say("page.goals_are"), "Plain")
    return says + table(w, heads(w, texts), rows("g in view.goals", w, line))


def _method() -> str:
    w = _VERSIONS
    line = _cells(w, "{{ v.label }}", "{{ v.value }}", "{{ v.note }}")
    return "".join(
        (
            each("s in view.method if s", par("- {{ s }}", "Item")),
            par("- {{ view.number_format }}", "Item"),
            table(w, rows("v in view.versions", w, line)),
            par("", "Plain"),
            par("{{ view.disclaimer }}", "Plain", bold=True),
        )
    )
