"""Damages real workbooks by the thousand and reports whatever the program does not take well.

``python tests/fuzz/run.py --mutations 10000 --seed 1 [--workers 2] [--keep DIR]``

Every file must be assessed or refused with a coded problem: no traceback, at most 10 s, at most
1 GB, and no other verdict without a named problem. Prints a summary; exits with 1 on a finding.
The same seed makes the same files; ``--only N`` repeats the mutation of that seed alone.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzz.judge import PILOTS, SAMPLE, SECONDS, Judged, Whole, judge, whole
from fuzz.mutations import Mutant, mutant
from workbook_helper import blank_form

GIGABYTE = 2**30
HARD_LIMIT = 2 * GIGABYTE
"""Where a worker is stopped by the system; above one gigabyte it is a finding."""
PATIENCE = 3 * SECONDS
"""How long a worker that does not even answer is waited for."""


@cache
def corpus() -> tuple[tuple[str, bytes], ...]:
    """Give the workbooks that are damaged."""
    files = [*sorted(PILOTS.glob("*.xlsx")), SAMPLE]
    forms = (("blank-vi", blank_form("vi")), ("blank-en", blank_form("en")))
    return (*forms, *((f.stem, f.read_bytes()) for f in files))


def made(seed: int) -> tuple[str, Mutant]:
    """Make the file of a seed."""
    name, data = corpus()[seed % len(corpus())]
    return name, mutant(data, seed)


@cache
def wholes(folder: Path) -> dict[str, Whole]:
    """Assess the workbooks before they are damaged."""
    return {name: whole(data, folder) for name, data in corpus()}


def peak() -> int:
    """Give the most memory, in bytes, that this process has used."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


def work(questions: Connection, answers: Connection) -> None:
    """Answer seeds with what came of their files, until there are no more."""
    resource.setrlimit(resource.RLIMIT_DATA, (HARD_LIMIT, HARD_LIMIT))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        before = wholes(folder)
        while (seed := questions.recv()) is not None:
            park, mutated = made(seed)
            answers.send((judge(mutated, before[park], folder), peak()))


@dataclass
class Report:
    """What came of all mutations."""

    hows: Counter[str]
    findings: list[tuple[int, str]]
    slowest: float = 0.0
    memory: int = 0

    def add(self, seed: int, judged: Judged, memory: int) -> None:
        """Add one file."""
        self.hows[judged.how] += 1
        self.slowest = max(self.slowest, judged.seconds)
        if judged.finding:
            self.findings.append((seed, judged.finding))
        elif memory > GIGABYTE:
            self.findings.append((seed, f"took {memory / GIGABYTE:.1f} GB"))
        self.memory = max(self.memory, memory)


class Worker:
    """A process that assesses; it is replaced when it hangs, dies or has grown too large."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        theirs, self._questions = context.Pipe(duplex=False)
        self._answers, ours = context.Pipe(duplex=False)
        self._process = context.Process(target=work, args=(theirs, ours), daemon=True)
        self._process.start()
        ours.close()

    def ask(self, seed: int) -> tuple[Judged, int] | None:
        """Give what came of a seed, None where the process did not answer."""
        try:
            self._questions.send(seed)
            if self._answers.poll(PATIENCE):
                answer: tuple[Judged, int] = self._answers.recv()
                return answer
        except (EOFError, OSError):
            pass
        return None

    def end(self) -> None:
        """Stop the process."""
        self._process.kill()
        self._process.join()


def serve(seeds: list[int], report: Report) -> None:
    """Let one process after the other work through the seeds."""
    worker = Worker()
    for done, seed in enumerate(seeds, start=1):
        start = time.monotonic()
        answer = worker.ask(seed)
        if answer is None:
            seconds = time.monotonic() - start
            why = f"no answer after {seconds:.0f} s: it hangs or was ended by the system"
            answer = (Judged("lost", why, seconds), 0)
        report.add(seed, *answer)
        if answer[0].how == "lost" or answer[1] > GIGABYTE:
            worker.end()
            worker = Worker()
        if done % 500 == 0:
            sys.stderr.write(f"{done} of {len(seeds)} in one worker\n")
    worker.end()


def keep(report: Report, folder: Path) -> None:
    """Write the offending files with what was found."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed, finding in report.findings:
        park, mutated = made(seed)
        (folder / f"{seed}-{park}.xlsx").write_bytes(mutated.data)
        words = f"{', '.join(mutated.kinds)}\n{finding}\n"
        (folder / f"{seed}-{park}.txt").write_text(words, encoding="utf-8")


def summary(report: Report) -> str:
    """Say what came of it."""
    lines = [f"{n:7} {how}" for how, n in report.hows.most_common()]
    lines.append(f"slowest {report.slowest:.1f} s, most memory {report.memory / 2**20:.0f} MB")
    for seed, finding in sorted(report.findings)[:40]:
        park, mutated = made(seed)
        last = finding.strip().splitlines()[-1]
        lines.append(f"seed {seed} ({park}; {', '.join(mutated.kinds)}): {last}")
    lines.append(f"{len(report.findings)} findings")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Run the mutations; give the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--mutations", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--only", type=int)
    asked = parser.parse_args()
    first = asked.seed * 1_000_000
    seeds = [asked.only] if asked.only else list(range(first, first + asked.mutations))
    report = Report(Counter(), [])
    number = min(asked.workers, len(seeds))
    threads = [Thread(target=serve, args=(seeds[n::number], report)) for n in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.stdout.write(summary(report))
    if asked.keep:
        keep(report, asked.keep)
    return 1 if report.findings else 0


if __name__ == "__main__":
    raise SystemExit(main())
