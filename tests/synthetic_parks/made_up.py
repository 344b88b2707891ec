"""Made-up parks in the number, sizes and regions of the country: nothing in them is measured.

Regions follow the draft national land plan 2021 for 2030 (558 parks, 205.79 thousand ha; seen in a
public article), sizes the 478 parks on 146,000 ha of December 2025 (quoted there from a private
portal), central wastewater plants the 221 of 251 operating parks of mid-2019. How sizes spread
around a region's mean, how many enterprises a hectare has, and which answers are blank is nobody's
figure: it is assumed here, so that small and large, filled and half-filled workbooks occur.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from eipcheck.model.record import Value
from eipcheck.workbook.content import Content, DeclarationRow, FactRow, ListRow

REGIONS = {
    "Trung du và miền núi phía Bắc": (58, 15_170),
    "Đồng bằng sông Hồng": (142, 52_210),
    "Bắc Trung Bộ và Duyên hải miền Trung": (111, 47_930),
    "Tây Nguyên": (17, 3_730),
    "Đông Nam Bộ": (127, 59_010),
    "Đồng bằng sông Cửu Long": (103, 27_740),
}
"""Parks and hectares planned for each region."""

NATIONAL_MEAN = 146_000 / 478
PLAN_MEAN = sum(area for _, area in REGIONS.values()) / sum(n for n, _ in REGIONS.values())
WITH_PLANT = 221 / 251
SPREAD = 0.6
"""Of the logarithm of the area: assumed."""

HECTARES_EACH = 8
"""Of a park for each enterprise: assumed; ``most`` keeps the workbooks small."""

ON = date(2025, 12, 31)
BLANK = 0.15
"""How many answers are left blank: assumed."""

SERVICES = ("electricity", "water_supply", "telecom", "fire_safety", "wastewater", "solid_waste")
MONITORED = [
    "mechanism",
    "materials",
    "water",
    "energy",
    "chemicals",
    "other_chemicals",
    "waste",
    "scrap",
]
PROOF = "TL-01"

NEW = 0.1
"""Of the parks are to be built new as eco-industrial parks: assumed."""


@dataclass(frozen=True)
class Park:
    """A made-up park: its number, region, area in hectares, and number of enterprises."""

    number: int
    region: str
    area: float
    enterprises: int

    @property
    def name(self) -> str:
        """Its name, which says what it is."""
        return f"KCN giả định {self.number:05d} (số liệu giả định)"


def park(number: int, seed: int, most: int) -> Park:
    """Make a park; the same number and seed give the same one.

    Args:
        number: from 1.
        seed: of all parks.
        most: enterprises on the register at most.
    """
    random = Random(f"{seed}/{number}")  # noqa: S311 - figures, not secrets
    weights = [n for n, _ in REGIONS.values()]
    (region,) = random.choices(list(REGIONS), weights)
    parks, hectares = REGIONS[region]
    mean = hectares / parks * NATIONAL_MEAN / PLAN_MEAN
    # The mean of a logarithmic normal distribution lies above its median.
    area = mean * random.lognormvariate(-(SPREAD**2) / 2, SPREAD)
    area = round(min(max(area, 10.0), 3000.0), 1)
    return Park(number, region, area, min(most, max(3, round(area / HECTARES_EACH))))


def content(made: Park, seed: int) -> Content:
    """Fill in the workbook of a park, as half-filled as workbooks are."""
    random = Random(f"{seed}/{made.number}/answers")  # noqa: S311 - as above
    rows = {
        "services": tuple(_services(random)),
        "enterprises": tuple(_register(made, random)),
        "symbiosis": tuple(_links(made, random)),
        "violations": tuple(_breaches(made, random)),
        "reports": tuple(_reports(random)),
        "evidence": ({"document_id": PROOF, "document_kind": "record", "document_state": "have"},),
    }
    return Content(
        facts=tuple(_facts(made, random)), rows=rows, declarations=tuple(_complete(random))
    )


def _maybe(random: Random, value: Value) -> Value | None:
    return None if random.random() < BLANK else value


def _chance(random: Random, part: float) -> bool:
    return random.random() < part


def _facts(made: Park, random: Random) -> Iterator[FactRow]:
    proof = (PROOF,)
    known: dict[str, Value] = {
        "park_name": made.name,
        "province": f"Tỉnh giả định ({made.region})",
        "developer_name": f"Công ty hạ tầng giả định {made.number:05d}",
        "data_label": "synthetic",
        "assessment_date": ON,
        "operating_since": date(random.randint(1998, 2021), 1, 1),
        "conversion_scope": "whole",
    }
    yield from (FactRow(field=field, value=value) for field, value in known.items())
    asked: dict[str, Value] = {
        "housing": random.choice(("in_use", "agreement", "approved_plan", "none")),
        "public_amenities": random.choice(("in_use", "agreement", "none")),
        **{f"io_{name}": _chance(random, 0.8) for name in MONITORED},
        "new_eip_project": _chance(random, NEW),
    }
    for field, value in asked.items():
        answer = _maybe(random, value)
        if answer is not None:
            yield FactRow(field=field, value=answer, documents=proof)
    yield from _land(made, random)


def _land(made: Park, random: Random) -> Iterator[FactRow]:
    parts = {
        "green": random.uniform(0.08, 0.16),
        "traffic": random.uniform(0.06, 0.14),
        "technical": random.uniform(0.01, 0.03),
        "social": random.uniform(0.0, 0.02),
    }
    for plan in ("plan", "built"):
        figures = {"total": 1.0, **parts}
        for name, part in figures.items():
            hectares = Decimal(f"{made.area * part:.2f}")
            value = hectares if name == "total" else _maybe(random, hectares)
            if value is not None:
                yield FactRow(
                    field=f"land_{name}_{plan}", value=value, year=2025, documents=(PROOF,)
                )


def _services(random: Random) -> Iterator[ListRow]:
    for service in SERVICES:
        plant = service != "wastewater" or _chance(random, WITH_PLANT)
        state = "in_operation" if plant else "under_construction"
        since = date(random.randint(2000, 2022), 6, 1) if plant else None
        row: dict[str, Value | None] = {"service": service, "service_state": _maybe(random, state)}
        yield {**row, "service_since": since, "service_documents": (PROOF,)}


def _code(made: Park, n: int) -> str:
    """Give a made-up tax code; the codes of the country begin with a province, these with zeros."""
    return f"00{made.number:05d}{n:03d}"


def _register(made: Park, random: Random) -> Iterator[ListRow]:
    applying = random.uniform(0.05, 0.5)
    certified = random.uniform(0.1, 0.8)
    for n in range(1, made.enterprises + 1):
        status = "operating" if _chance(random, 0.9) else "under_construction"
        since = date(2005, 1, 1) + timedelta(days=random.randrange(6500))
        yield {
            "tax_code": _code(made, n),
            "enterprise_name": f"Doanh nghiệp giả định {made.number:05d}-{n:03d}",
            "enterprise_kind": "enterprise",
            "enterprise_status": status,
            "status_since": since,
            "inside_boundary": True,
            "recp_result": _maybe(random, _chance(random, applying)),
            "recp_result_all": _maybe(random, _chance(random, applying)),
            "recp_result_documents": (PROOF,),
            "iso_production": _maybe(random, _chance(random, certified)),
            "iso_production_until": date(2027, 6, 30),
            "iso_environment": _maybe(random, _chance(random, certified)),
            "iso_environment_until": date(2027, 6, 30),
            "iso_documents": (PROOF,),
        }


def _links(made: Park, random: Random) -> Iterator[ListRow]:
    for number in range(random.choice((0, 0, 1, 2))):
        one, other = random.sample(range(1, made.enterprises + 1), 2)
        yield {
            "link_name": f"Liên kết giả định {number + 1}",
            "link_type": random.choice(("material", "energy", "waste_reuse")),
            "link_provider": _code(made, one),
            "link_receiver": _code(made, other),
            "link_outside_kind": "none",
            "link_same_entity": False,
            "link_signed": date(2021, 3, 1),
            "link_first_delivery": date(2021, 6, 1),
            "link_documents": (PROOF,),
        }


def _breaches(made: Park, random: Random) -> Iterator[ListRow]:
    for _ in range(random.choice((0, 0, 0, 1))):
        on = date(2019, 1, 1) + timedelta(days=random.randrange(2200))
        yield {
            "violation_of": "enterprises",
            "violation_enterprise": _code(made, random.randint(1, made.enterprises)),
            "violation_law": random.choice(("environment", "labour")),
            "violation_date": on,
            "violation_remedied": _maybe(random, on + timedelta(days=90)),
            "violation_documents": (PROOF,),
            "violation_sanction": "other",
        }


def _reports(random: Random) -> Iterator[ListRow]:
    for kind in ("recp", "environment_social"):
        for year in (2023, 2024):
            if _chance(random, 0.6):
                yield {
                    "report_kind": kind,
                    "report_year": year,
                    "report_filed": date(year + 1, 3, 20),
                    "report_published": date(year + 1, 3, 25),
                    "report_archived": True,
                    "report_documents": (PROOF,),
                }


def _complete(random: Random) -> Iterator[DeclarationRow]:
    # The list of solutions stays open: what the register says of results is not in it.
    lists = ("services", "enterprises", "symbiosis", "reports")
    laws = ("business", "environment", "labour", "construction", "land")
    breaches = [f"violations_{who}_{law}" for who in ("developer", "enterprises") for law in laws]
    share = random.choice((0.0, 0.7, 1.0))
    for name in (*(f"{one}_complete" for one in lists), *breaches):
        if _chance(random, share):
            yield DeclarationRow(id=name, complete=True, end=ON, documents=(PROOF,))
