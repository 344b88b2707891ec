"""The body of the document: the frame of an official document, and its parts."""

# ruff: noqa: INP001 - a folder of modules of one script
from __future__ import annotations

from wordml import (
    PORTRAIT,
    cell,
    each,
    heads,
    par,
    row,
    rows,
    run,
    runs,
    say,
    section_end,
    steer,
    table,
    tag,
    when,
)

_LETTER = "view.dossier.letter"
_ISSUER, _NATION = 70, 95
_FACTS = (62, 78, 25)
_RUNS = (30, 40, 45, 50)
_OVERVIEW = (12, 83, 35, 35)


def body() -> str:
    """Write the part before the annexes."""
    return "".join(
        (
            when(_LETTER, _frame()),
            par("{{ view.dossier.title }}", "Title"),
            par("{{ view.dossier.about }}", "About"),
            par("", "Rule"),
            when(
                _LETTER,
                par(f"{{{{ {_LETTER}.addressee }}}}", "Centre"),
                each(f"b in {_LETTER}.bases", par("{{ b }}")),
            ),
            each("p in view.dossier.purpose", par("{{ p }}")),
            _general(),
            _conclusion(),
            _overview(),
            _actions(),
            when(_LETTER, _closing()),
            section_end(landscape=False, headers=True),
        )
    )


def part(number: str, key: str) -> str:
    """Write the heading of a part: its number, and below it its title in capitals."""
    words = run(say("dossier.part", f", number='{number}'")) + "<w:r><w:br/></w:r>"
    return runs(words + run(say(key), upper=True), "Heading1")


def _frame() -> str:
    issuer = cell(
        _ISSUER,
        runs(run(f"{{{{ {_LETTER}.issuer }}}}", bold=True, upper=True), "Block"),
        par("", "IssuerRule"),
        par(f"{{{{ {_LETTER}.number }}}}", "Numbered"),
    )
    nation = cell(
        _NATION,
        runs(run(say("dossier.nation"), bold=True, upper=True), "Block"),
        par(say("dossier.motto"), "Motto"),
        par("", "MottoRule"),
        par(f"{{{{ {_LETTER}.day }}}}", "Day"),
    )
    return table((_ISSUER, _NATION), row(issuer, nation), style="Open") + par(
        "{{ view.dossier.draft }}", "Draft"
    )


def _general() -> str:
    texts = (
        "{{ f.label }}",
        "{{ f.value }}{% if f.note %} ({{ f.note }}){% endif %}",
        "{{ f.cell }}",
    )
    facts = row(*(cell(w, t) for w, t in zip(_FACTS, texts, strict=True)))
    return part("I", "dossier.general") + table(
        _FACTS,
        heads(_FACTS, (say("page.field"), say("page.value"), say("page.cell"))),
        rows("f in view.head.dates", _FACTS, facts),
        rows("f in view.dossier.facts", _FACTS, facts),
    )


def _conclusion() -> str:
    start = _FIRST_CAPITAL.format("view.force_sentence")
    counts = row(
        cell(_RUNS[0], runs(run("{{ r.label }}", bold=True), "Cell")),
        cell(
            _RUNS[1],
            tag("for a in view.answers"),
            par(
                "{% if view.answers | length > 1 %}{{ a.title }}: {% endif %}"
                "{{ a[r.key].icon }} {{ a[r.key].word }}",
                "Cell",
            ),
            tag("endfor"),
            par("", "Steering"),
        ),
        cell(_RUNS[2], "{{ r.tally }}"),
        cell(_RUNS[3], "{{ r.index }}"),
    )
    texts = (
        *("", say("page.result"), say("dossier.head.count")),
        say("dossier.head.index"),
    )
    return "".join(
        (
            part("II", "dossier.conclusion"),
            each(
                "a in view.answers",
                par("{{ a.sentence }}", bold=True),
                when("a.with_waivers", par("{{ a.with_waivers }}")),
            ),
            when(
                "not view.answers",
                par(say("page.no_question"), bold=True),
                when("view.force_sentence", par(start)),
            ),
            when("view.law_now", par("{{ view.law_now }}")),
            par("{{ view.head.law }}: {{ view.head.law_status }}."),
            table(
                _RUNS,
                heads(_RUNS, texts),
                steer("for r in (view.declared, view.evidenced)", _RUNS),
                counts,
                steer("endfor", _RUNS),
            ),
            when(
                "view.warnings or view.head.stamp_reasons",
                par(say("dossier.limits"), "Heading2"),
                each("w in view.warnings + view.head.stamp_reasons", par("- {{ w }}", "Item")),
            ),
        )
    )


_FIRST_CAPITAL = "{{{{ {0}[0] | upper }}}}{{{{ {0}[1:] }}}}."


def _overview() -> str:
    findings = "".join(
        (
            steer("for g in view.dossier.groups", _OVERVIEW),
            steer("set outer = loop.index", _OVERVIEW),
            row(cell(PORTRAIT, group_title(), span=len(_OVERVIEW), grey=True)),
            steer("for c in g.criteria", _OVERVIEW),
            row(
                cell(_OVERVIEW[0], "{{ outer }}.{{ loop.index }}"),
                cell(_OVERVIEW[1], "{% if c.code %}{{ c.code }} {% endif %}{{ c.title }}"),
                cell(_OVERVIEW[2], "{{ c.declared.icon }} {{ c.declared.word }}"),
                cell(_OVERVIEW[3], "{{ c.evidenced.icon }} {{ c.evidenced.word }}"),
            ),
            steer("endfor", _OVERVIEW),
            steer("endfor", _OVERVIEW),
        )
    )
    texts = (
        *(say("dossier.head.no"), say("dossier.head.criterion")),
        *(say("run.declared"), say("run.evidenced")),
    )
    return "".join(
        (
            part("III", "dossier.by_criterion"),
            par(say("dossier.by_criterion.says", ", annex=view.dossier.annexes[0].label")),
            table(_OVERVIEW, heads(_OVERVIEW, texts), findings),
        )
    )


def group_title() -> str:
    """Write the title of a group of criteria."""
    text = "{% if g.label %}{{ g.label }}. {% endif %}{{ g.title }}"
    return runs(run(text, bold=True), "Group")


def todo(name: str = "t") -> str:
    """Write one thing to do in a line."""
    return (
        f"{{{{ {name}.mark.icon }}}} {{{{ {name}.text }}}}"
        f"{{% if {name}.cells %}} [{{{{ {name}.cells }}}}]{{% endif %}}"
        f"{{% if {name}.detail %}}; {{{{ {name}.detail }}}}{{% endif %}}"
        f"{{% if {name}.found_in %}}; "
        f"{{{{ say('page.found_in', where={name}.found_in) }}}}{{% endif %}}"
    )


def _actions() -> str:
    names = (
        "{% if t.names %}; {% if t.names | length > 20 %}"
        "{{ say('page.names', n=t.names | length) }}"
        "{% else %}{{ t.names | join('; ') }}{% endif %}{% endif %}"
    )
    return "".join(
        (
            part("IV", "dossier.actions"),
            each(
                "party in view.work",
                par("{{ loop.index }}. {{ party.label }}", "Heading2"),
                each("t in party.todos", par(f"- {todo()}{names}", "Item")),
            ),
            when("not view.work", par(say("page.nothing_to_do"))),
        )
    )


def _closing() -> str:
    recipients = cell(
        82,
        par(say("dossier.recipients"), "RecipientsHead"),
        each(f"r in {_LETTER}.recipients", par("{{ r }}", "Recipients")),
        par("", "Steering"),
    )
    signature = cell(
        83,
        runs(run(f"{{{{ {_LETTER}.position }}}}"), "Sign"),
        *[par("", "Sign")] * 4,
        par(f"{{{{ {_LETTER}.signer }}}}", "Sign"),
    )
    return "".join(
        (
            part("V", "dossier.pledge"),
            par(f"{{{{ {_LETTER}.pledge }}}}", "Kept"),
            table((82, 83), row(recipients, signature), style="Open"),
            par(say("dossier.blanks"), "Heading2"),
            par(say("dossier.blanks.says"), "Plain"),
            each(f"b in {_LETTER}.blanks", par("{{ loop.index }}. {{ b }}", "Item")),
        )
    )
