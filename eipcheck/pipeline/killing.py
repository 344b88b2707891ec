"""Looks for the case that would notice a surviving mutant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eipcheck.criteria.cases import Case
from eipcheck.criteria.flow import flow
from eipcheck.criteria.load import Loaded
from eipcheck.criteria.mutants import Changed, Mutant, with_field
from eipcheck.criteria.mutants_cases import (
    CaseData,
    case_text,
    read_case,
    touched_fields,
    varied,
)
from eipcheck.criteria.mutants_told import Killer, NewCase, SayMore, Skeleton
from eipcheck.pipeline.bench import Bench

_MOST = 150  # variations tried for one mutant
_BLANK = "…"
_VERDICTS = ("verdict", "enterprises", "force")
_FIRM = (*_VERDICTS, "low", "high")
_LOOSE = ("evidenced", "flags")

Told = Mapping[str, object]


class Search:
    """Looks for a case that would notice a mutant; ``changed`` is what it makes of the set."""

    def __init__(self, mutant: Mutant, changed: Changed, bench: Bench, loaded: Loaded) -> None:
        self._mutant = mutant
        self._changed = changed
        self._bench = bench
        self._loaded = loaded
        self._dictionary = with_field(bench.dictionary, mutant.field)

    def killer(self, written: Mapping[tuple[str, int], CaseData]) -> Killer:
        """Give a case that would notice: one that exists, a variation of one, or a skeleton.

        ``written`` are the cases of the set as written, by file and line.
        """
        return (
            self.say_more(_FIRM)
            or self.new_case(written)
            or self.say_more(_LOOSE)
            or self.skeleton()
        )

    def _nearest(self, name: str) -> list[Case]:
        """Give the cases of a criterion, those first that are judged as the mutant needs."""
        mutant = self._mutant
        return sorted(self._bench.cases(name), key=lambda each: not self._bench.reads(each, mutant))

    def say_more(self, items: tuple[str, ...]) -> SayMore | None:
        """Find a case of which set and mutant say different things that it does not expect."""
        for name in self._changed.names:
            for case in self._nearest(name):
                for item, own, other in self._differences(case):
                    if item in items:
                        return SayMore(case, item, flow(own[item]), flow(other.get(item)))
        return None

    def new_case(self, written: Mapping[tuple[str, int], CaseData]) -> NewCase | None:
        """Find a variation of a case of which set and mutant give different verdicts."""
        tried = 0
        for name in self._changed.names:
            for case in self._nearest(name):
                for data in varied(written[case.file, case.line], self._mutant, self._loaded):
                    if tried >= _MOST:
                        return None
                    tried += 1
                    found = self._tell(data, name)
                    if found is not None:
                        return found
        return None

    def _tell(self, data: CaseData, name: str) -> NewCase | None:
        case = read_case(data, self._loaded)
        if case is None:
            return None
        judged = self._changed.criteria.criterion(name).target is not None
        items = _VERDICTS if judged else _FIRM
        for item, own, other in self._differences(case):
            if item in items:
                text = case_text(data, {"verdict": own["verdict"], item: own[item]})
                return NewCase(text, item, flow(own[item]), flow(other.get(item)))
        return None

    def _differences(self, case: Case) -> Iterator[tuple[str, Told, Told]]:
        """Give each item of which set and mutant say different things, with all that both say."""
        own = self._bench.told(case, self._loaded.criteria_set, self._bench.dictionary)
        other = self._bench.told(case, self._changed.criteria, self._dictionary)
        for item, said in own.items():
            if said != other.get(item):
                yield item, own, other

    def skeleton(self) -> Skeleton:
        """Write what a case must speak of; a person fills in the values on either side."""
        name = self._changed.names[0]
        fields = sorted(touched_fields(self._mutant, self._loaded))
        data: CaseData = {
            "criterion": name,
            "as_of": _BLANK,
            "readings": dict(self._mutant.live),
            "given": dict.fromkeys(fields, _BLANK),
        }
        return Skeleton(case_text(data, {"verdict": _BLANK}))
