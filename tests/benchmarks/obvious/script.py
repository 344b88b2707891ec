"""The script that one would write first: pandas over openpyxl, one workbook after the other.

``python script.py PARKS OUT [all]`` checks every answer of the form by the data dictionary, and
judges all criteria of Decree 35/2022 with yes, no and not known; with ``all`` also under every
other answer to the open questions that a criterion hangs on, as we do. It knows no evidence, no
gaps, no totals typed beside a list, and no workbook but the form as it is given out.
One JSON and one page each.
It needs pandas, is started by ``batch.py``, and is no example of how to judge a park.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from form import read
from jinja2 import Template
from judging import judge

PAGE = Template(
    """<html><body><h1>{{ park }}</h1><table>{% for name, verdict in verdicts.items() %}
<tr><td>{{ name }}</td><td>{{ verdict }}</td></tr>{% endfor %}</table>
<ul>{% for name, reading, option, verdict in changes %}
<li>{{ name }}, {{ reading }}, {{ option }}: {{ verdict }}</li>{% endfor %}</ul>
<ul>{% for sheet, row, field, value in wrong %}
<li>{{ sheet }}, {{ row }}, {{ field }}: {{ value }}</li>{% endfor %}</ul>
{% for sheet, rows in sheets.items() %}<h2>{{ sheet }}</h2><table>{% for row in rows %}
<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>{% endfor %}
</body></html>""",
    autoescape=True,
)


def main() -> None:
    """Assess all workbooks of a folder."""
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir()
    for path in sorted(source.glob("*.xlsx")):
        park, wrong, book = read(path)
        verdicts, changes = judge(park, all_readings="all" in sys.argv[3:])
        told = {"file": path.name, "verdicts": verdicts, "changes": changes, "wrong": wrong}
        text = json.dumps(told, ensure_ascii=False, default=str)
        (out / f"{path.stem}.json").write_text(text, encoding="utf-8")
        sheets = {n: s.fillna("").values.tolist() for n, s in book.items()}
        told |= {"park": path.stem, "sheets": sheets}
        (out / f"{path.stem}.html").write_text(PAGE.render(told), encoding="utf-8")


if __name__ == "__main__":
    main()
