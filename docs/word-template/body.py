"""The body of the document: the frame of an official document, and its parts."""

# ruff: noqa: INP001 - a folder of modules of one script
from __future__ import annotations

from collections.abc import Sequence

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
    when,
)

_LETTER = "view.dossier.letter"
_ISSUER, _NATION = 70, 95
_BASE = (28, 107, 30)
_RUNS = (26, 70, 69)
_FIRST = (94, 36, 35)
_OVERVIEW = (16, 84, 65)
_FACTS = (62, 78, 25)


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
                par("{{ view.dossier.purpose[0] }}"),
            ),
            _general(),
            _conclusion(),
            _park(),
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
    """Write what the report rests on: days, text, criteria set and file, to be checked first."""
    days = _brief(
        _BASE,
        "{{ d.label }}",
        "{{ d.value }}{% if d.note %} ({{ d.note }}){% endif %}",
        "{{ d.cell }}",
    )
    law = runs(run("{{ view.head.law }}: ", bold=True) + run("{{ view.head.law_status }}"), "Brief")
    made_from = row(
        cell(_BASE[0], par("{{ v.label }}", "Brief")),
        cell(sum(_BASE[1:]), par("{{ v.value }}; {{ v.note }}", "Hash"), span=len(_BASE) - 1),
    )
    return part("I", "dossier.general") + table(
        _BASE,
        heads(_BASE, (say("page.field"), say("page.value"), say("page.cell")), "BriefHead"),
        rows("d in view.head.dates", _BASE, days),
        row(cell(PORTRAIT, law, span=len(_BASE))),
        rows("v in view.versions if v.note", _BASE, made_from),
    )


def _brief(widths: Sequence[float], *texts: str) -> str:
    """Write a row of page one, in small letters."""
    cells = zip(widths, texts, strict=True)
    return row(*(cell(width, par(text, "Brief")) for width, text in cells))


def _sentence(text: str, *, bold: bool = False) -> str:
    """Write a sentence of page one: in the letters of the decree, or closer in an analysis."""
    filed, read = par(text, bold=bold), par(text, "Said", bold=bold)
    return when(_LETTER, filed) + when(f"not {_LETTER}", read)


def _conclusion() -> str:
    """Write the answers, and all that page one has to tell of them."""
    start = _FIRST_CAPITAL.format("view.force_sentence")
    return "".join(
        (
            part("II", "dossier.conclusion"),
            each(
                "a in view.answers",
                _sentence("{{ a.sentence }}", bold=True),
                when("a.with_waivers", _sentence("{{ a.with_waivers }}")),
            ),
            when(
                "not view.answers",
                _sentence(say("page.no_question"), bold=True),
                when("view.force_sentence", _sentence(start)),
            ),
            when("view.law_now", _sentence("{{ view.law_now }}")),
            when(_LIMITS, _limits()),
            _runs(),
            when("view.first", _first()),
            _overview(),
        )
    )


_LIMITS = "view.warnings or view.head.stamp_reasons"
_FIRST_CAPITAL = "{{{{ {0}[0] | upper }}}}{{{{ {0}[1:] }}}}."


def _limits() -> str:
    label = run(say("dossier.limits") + ": ", bold=True)
    told = run(
        "{{ view.warnings | join(' ') }}{% if view.head.stamp_reasons %} "
        "{{ view.head.stamp }}: {{ view.head.stamp_reasons | join('; ') }}.{% endif %}"
    )
    return runs(label + told, "Said")


def _runs() -> str:
    counts = row(
        cell(_RUNS[0], runs(run("{{ r.label }}", bold=True), "Brief")),
        cell(_RUNS[1], par("{{ r.tally }}", "Brief")),
        cell(_RUNS[2], par("{{ r.index }}", "Brief")),
    )
    texts = ("", say("dossier.head.count"), say("dossier.head.index"))
    return table(
        _RUNS,
        heads(_RUNS, texts, "BriefHead"),
        rows("r in (view.declared, view.evidenced)", _RUNS, counts),
    )


def _first() -> str:
    texts = (say("page.first"), say("dossier.head.party"), say("page.cell"))
    line = _brief(_FIRST, "{{ t.mark.icon }} {{ t.text }}", "{{ t.party }}", "{{ t.cells }}")
    return _gap() + table(
        _FIRST, heads(_FIRST, texts, "BriefHead"), rows("t in view.first", _FIRST, line)
    )


def _gap() -> str:
    """Write what keeps two tables apart: tables that touch become one."""
    return par("", "Between")


def _overview() -> str:
    """Write a line for each requirement: what it rests on, its verdict, and where proof differs."""
    unclear = "{% for f in c.flags if f.key == 'depends_on_reading' %} ({{ f.word }}){% endfor %}"
    proof = f"{say('run.evidenced')}: {{{{ c.evidenced.icon }}}} {{{{ c.evidenced.word }}}}"
    verdicts = (
        par("{{ c.declared.icon }} {{ c.declared.word }}", "Brief"),
        when("c.differs", par(proof, "Brief")),
    )
    line = row(
        cell(_OVERVIEW[0], par("{{ c.code or k.label }}", "Brief")),
        cell(_OVERVIEW[1], par("{{ c.title }}" + unclear, "Brief")),
        cell(_OVERVIEW[2], *verdicts),
    )
    basis = (
        "{% if view.requirements | selectattr('code') | list %}"
        f"{say('dossier.head.code')}{{% else %}}{say('dossier.head.basis')}{{% endif %}}"
    )
    texts = (basis, say("page.requirement"), say("dossier.head.both"))
    further = say("dossier.by_criterion", ", annex=view.dossier.annexes[0].label")
    lines = (
        steer("for k in view.clauses", _OVERVIEW),
        rows("c in k.criteria", _OVERVIEW, line),
        steer("endfor", _OVERVIEW),
    )
    return "".join(
        (
            _gap(),
            table(_OVERVIEW, heads(_OVERVIEW, texts, "BriefHead"), *lines),
            par(f"{further} {{{{ view.dossier.purpose[1] }}}} {{{{ view.disclaimer }}}}", "Brief"),
        )
    )


def _park() -> str:
    """Write how the report was made, and what the workbook says of the park."""
    facts = row(
        *(
            cell(w, t)
            for w, t in zip(_FACTS, ("{{ f.label }}", "{{ f.value }}", "{{ f.cell }}"), strict=True)
        )
    )
    return "".join(
        (
            part("III", "dossier.park"),
            when(f"not {_LETTER}", par("{{ view.dossier.purpose[0] }}")),
            table(
                _FACTS,
                heads(_FACTS, (say("page.field"), say("page.value"), say("page.cell"))),
                rows("f in view.dossier.facts", _FACTS, facts),
            ),
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
