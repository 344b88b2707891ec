"""The same workbook in both runs: as declared, and as evidenced."""

from __future__ import annotations

from msgspec import Struct

from eipcheck.evaluation.measures import reaches
from eipcheck.evaluation.world import World
from eipcheck.model.assessment import Dates, Proof
from eipcheck.model.dictionary import DataDictionary
from eipcheck.model.record import ParkRecord


class Worlds(Struct, frozen=True):
    """The same workbook in both runs."""

    declared: World
    evidenced: World

    @staticmethod
    def of(record: ParkRecord, dictionary: DataDictionary, dates: Dates) -> Worlds:
        """Set up both runs."""
        declared = World(record, dictionary, dates, Proof.DECLARED, reaches)
        evidenced = World(record, dictionary, dates, Proof.EVIDENCED, reaches, declared)
        return Worlds(declared, evidenced)
