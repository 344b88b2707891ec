"""Takes the pictures of ``docs/screenshots``: ``python docs/screenshots.py``.

It needs the packages of the dev extra, Chromium, LibreOffice (``soffice``) and ``pdftoppm``
(``apt-get install chromium libreoffice-writer-nogui poppler-utils fonts-liberation``). The pictures
show the made-up park and the pilot parks; they change with the fonts of the machine, so no test
compares them.
"""

# ruff: noqa: INP001 - a script, not a package
from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from eipcheck.model.text import Language
from eipcheck.pipeline.assess import Request, assess
from eipcheck.pipeline.formats import rendered
from eipcheck.pipeline.reports import views

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from eipcheck.reporting.view_types import ReportView

ROOT = Path(__file__).resolve().parents[1]
PARK = ROOT / "examples" / "synthetic-park" / "kcn-mau.xlsx"
PILOTS = ROOT / "examples" / "pilot-parks"
OUT = ROOT / "docs" / "screenshots"
_DOTS_PER_INCH = "80"


def main() -> None:
    """Render the reports and take every picture."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        vi, en, both = (page(folder, *spoken) for spoken in (("vi",), ("en",), ("vi", "en")))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=which("chromium"), args=["--no-sandbox"]
            )
            shoot(browser, vi, "html-vi", 1440, 1000)
            shoot(browser, en, "html-en-320-dark", 320, 900, dark=True)
            shoot(browser, both, "html-both", 1440, 780)
            shoot(browser, en, "register-en", 1440, 760, at="#register")
            shoot(browser, parks(folder), "parks-en", 1440, 1000)
            browser.close()
        word = folder / "word.docx"
        word.write_bytes(rendered("docx", views_of("vi"), {}))
        office = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        run("soffice", office, "--headless", "--convert-to", "pdf", "--outdir", name, str(word))
        first_page(folder / "word.pdf", "word-vi")
        pdf = folder / "report.pdf"
        pdf.write_bytes(rendered("pdf", views_of("en"), {}))
        first_page(pdf, "pdf-en")


def views_of(*languages: Language) -> list[ReportView]:
    """Say what the report on the made-up park says, in each language."""
    done = assess(PARK, Request(criteria=("vn-82-2018",)))
    return [views(done, language)[0] for language in languages]


def page(folder: Path, *languages: Language) -> Path:
    """Write the HTML report."""
    file = folder / f"{'-'.join(languages)}.html"
    file.write_bytes(rendered("html", views_of(*languages), {}))
    return file


def parks(folder: Path) -> Path:
    """Assess the pilot parks in a batch, and give the page of all."""
    out = folder / "parks"
    command = ("batch", str(PILOTS), "--out", str(out), "--lang", "en")
    run(sys.executable, "-m", "eipcheck", *command)
    return out / "eipcheck-summary.html"


def shoot(
    browser: Browser,
    file: Path,
    name: str,
    width: int,
    height: int,
    *,
    dark: bool = False,
    at: str = "",
) -> None:
    """Take a picture of a page, from its top or from an element."""
    seen = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
    )
    seen.goto(file.as_uri() + at)
    seen.screenshot(path=OUT / f"{name}.png")
    seen.close()


def first_page(file: Path, name: str) -> None:
    """Take a picture of the first page of a PDF."""
    options = ("-png", "-gray", "-singlefile", "-r", _DOTS_PER_INCH)
    run("pdftoppm", *options, str(file), str(OUT / name))


def run(program: str, *arguments: str) -> None:
    """Run a program of the machine; it must succeed."""
    command = [which(program) or program, *arguments]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own


if __name__ == "__main__":
    main()
