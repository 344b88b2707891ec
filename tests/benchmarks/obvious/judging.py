"""The criteria of Decree 35/2022, each judged under a reading."""

from __future__ import annotations

from typing import Any

import pandas as pd
from form import CRITERIA, Park, loaded
from terms import (
    Reading,
    counted,
    failing,
    in_links,
    iso,
    links,
    listed,
    look_back,
    present,
    recp_result,
    standing,
    standing_breaches,
    with_branches,
)
from truth import (
    Truth,
    Truths,
    both,
    compared,
    fact,
    is_,
    of_parties,
    owners,
    since,
    some,
    sure,
    with_row,
)

READINGS = {r["id"]: r for r in loaded(CRITERIA / "vn-35-2022" / "set.yaml")["readings"]}
USUAL = {name: reading["default"] for name, reading in READINGS.items()}


def verdict(holds: Truth, *, review: Truth = False, failed: str = "not_met") -> str:
    """Give the verdict of an answer that may not be known."""
    found = set()
    for one in (True, False) if holds is pd.NA else (holds,):
        for look in (True, False) if review is pd.NA else (review,):
            found.add(("needs_review" if look else "met") if one else failed)
    return found.pop() if len(found) == 1 else "undetermined"


def developer_compliance(park: Park, reading: Reading) -> str:
    """37.1.a."""
    complete, whose = listed(park, "developer")
    fails = some(whose & failing(park, reading), complete=complete)
    review = some(whose & look_back(park, reading), complete=complete)
    return verdict(pd.NA if fails is pd.NA else not fails, review=review)


def basic_services(park: Park, reading: Reading) -> str:
    """37.1.b."""
    asked = ["electricity", "water_supply", "telecom", "fire_safety", "wastewater"]
    asked += ["symbiosis_support"]
    if reading["Q22"] == "with_solid_waste":
        asked.append("solid_waste")
    found = []
    for name in asked:
        rows = park.services[park.services["service"] == name]
        complete = park.complete["services_complete"] or len(rows) > 0
        found.append(some(is_(rows, "service_state", "in_operation"), complete=complete))
    return verdict(both(*found))


def monitoring(park: Park, _reading: Reading) -> str:
    """37.1.c."""
    names = ("mechanism", "materials", "water", "energy", "chemicals", "other_chemicals")
    return verdict(both(*(fact(park, f"io_{n}", "yes") for n in (*names, "waste", "scrap"))))


def yearly(park: Park, reading: Reading, holds: Truths) -> str:
    """Judge the reports of the years that are due."""
    start = park.park.get("operating_since")
    if start is None or start > park.day - pd.DateOffset(months=12):
        return "undetermined" if start is None else "not_applicable"
    last = park.day.year - 1
    full = start.year + (start.dayofyear > 1)
    due = range(max(full, {"last": last, "three": last - 2, "all": full}[reading["Q24"]]), last + 1)
    if not due:
        return "undetermined"
    complete = park.complete["reports_complete"]
    years = (is_(park.reports, "report_year", year) & holds for year in due)
    filed = [some(year, complete=complete) for year in years]
    if reading["Q36"] == "six_months" and park.day < pd.Timestamp(last + 1, 7, 1):
        before = some(is_(park.reports, "report_year", last - 1) & holds, complete=complete)
        filed[-1] = filed[-1] if filed[-1] is True else both(before, pd.NA)
    return verdict(both(*filed))


def recp_report(park: Park, reading: Reading) -> str:
    """37.1.c, the report."""
    sent = since(park.reports, "report_filed", park.day)
    return yearly(park, reading, is_(park.reports, "report_kind", "recp") & sent)


def environmental_report(park: Park, reading: Reading) -> str:
    """37.1.d."""
    rows = park.reports
    sent = since(rows, "report_filed", park.day) & since(rows, "report_published", park.day)
    seen = is_(rows, "report_online", "yes")
    if reading["Q25"] == "archived":
        seen = seen | is_(rows, "report_archived", "yes")
    return yearly(park, reading, is_(rows, "report_kind", "environment_social") & sent & seen)


def enterprise_compliance(park: Park, reading: Reading) -> str:
    """37.2.a."""
    complete, whose = listed(park, "enterprises")
    rows, who = park.violations, ["violation_enterprise"]
    developer = is_(park.firms, "enterprise_kind", "developer")
    among = counted(park, reading) | developer
    fails = with_row(park, rows, whose & failing(park, reading), who, complete=complete)
    broken = some(among & fails, complete=park.complete["enterprises_complete"])
    if broken is False and not sure(among).any():
        return "undetermined"
    there = owners(park, rows["violation_enterprise"]).map(standing(park, reading) | developer)
    told = standing_breaches(park) | look_back(park, reading)
    review = some(whose & told & there.astype("boolean"), complete=complete)
    failed = "needs_review" if reading["Q20"] == "review" else "not_met"
    return verdict(pd.NA if broken is pd.NA else not broken, review=review, failed=failed)


def symbiosis_links(park: Park, reading: Reading) -> str:
    """37.2.b.1."""
    return verdict(some(links(park, reading), complete=park.complete["symbiosis_complete"]))


def symbiosis_iso(park: Park, reading: Reading) -> str:
    """37.2.b.2."""
    there, systems = with_branches(park, reading), iso(park, reading)
    if reading["Q35"] == "one":
        good = links(park, reading) & ~of_parties(park, there & ~systems)
        return verdict(some(good, complete=park.complete["symbiosis_complete"]))
    among = there & in_links(park, reading)
    broken = some(among & ~systems, complete=park.complete["enterprises_complete"])
    if broken is not True and not sure(among).any():
        return "undetermined"
    return verdict(pd.NA if broken is pd.NA else not broken)


def share(park: Park, among: Truths, holds: Truths) -> tuple[Any, ...]:
    """Give those among whom something holds: yes, open, of how many, least and most share."""
    within, perhaps = sure(among), among.isna()
    yes, open_ = int((within & sure(holds)).sum()), int((within & holds.isna()).sum())
    more = int((perhaps & ~sure(~holds)).sum())
    total = int(within.sum())
    if not park.complete["enterprises_complete"]:
        return yes, open_, total, 0.0, 1.0
    least = yes / (total + int(perhaps.sum())) if total else None
    return yes, open_, total, least, (yes + open_ + more) / (total + more) if total else None


def recp_applied(park: Park, reading: Reading) -> str:
    """37.2.c."""
    _, _, total, low, high = share(park, counted(park, reading), recp_result(park, reading))
    if low is None:
        return "undetermined"
    bound = 0.2
    if reading["Q6"] == "nearest" and park.complete["enterprises_complete"]:
        bound = max(1, int(0.2 * total + 0.5)) / total
    return verdict(compared(low, high, bound))


def land_share(
    park: Park, reading: Reading, kinds: list[str], plan: str = "plan", scope: str = "whole"
) -> tuple[float, float]:
    """Give the least and the most share of land."""
    land = {name: park.land.get(f"land_{name}_{plan}") for name in (*kinds, "total")}
    partial = reading["Q29"] == "declared_part" and not fact(park, "conversion_scope", "whole")
    if not land["total"] or scope == "phase" or partial:
        return 0.0, 1.0
    known = round(sum(land[name] or 0 for name in kinds) / land["total"], 9)
    return known, 1.0 if any(land[name] is None for name in kinds) else known


def shared_land(park: Park, reading: Reading) -> str:
    """37.3.a."""
    plan, scope = reading["Q9"].split("_")
    more = {"park_level": [], "with_plots": ["green_in_plots", "roads_in_plots"]}
    more |= {"with_water": ["water"], "with_buffer": ["buffer"]}
    kinds = ["green", "traffic", "technical", "social", *more[reading["Q11"]]]
    low, high = land_share(park, reading, kinds, plan, scope)
    return verdict(compared(low, high, 0.25))


def land_components(park: Park, reading: Reading) -> str:
    """37.3.a, by the construction code."""
    found = []
    for kind, bound in (("green", 0.1), ("traffic", 0.1), ("technical", 0.01)):
        low, high = land_share(park, reading, [kind])
        found.append(compared(low, high, bound))
    return verdict(both(*found))


def worker_facilities(park: Park, reading: Reading) -> str:
    """37.3.b."""
    states = ["in_use"]
    if reading["Q23"] == "documented_each":
        states += ["under_construction", "agreement", "approved_plan"]
    return verdict(both(*(fact(park, n, *states) for n in ("housing", "public_amenities"))))


def new_park(park: Park, holds: Truth) -> str:
    """Judge a point of Article 38."""
    new = fact(park, "new_eip_project", "yes")
    if new is not True:
        return "undetermined" if new is pd.NA else "not_applicable"
    return verdict(holds)


def new_park_content(park: Park, _reading: Reading) -> str:
    """38.a."""
    names = ("sectors", "emissions", "symbiosis", "monitoring", "social")
    return new_park(park, both(*(fact(park, f"new_eip_{name}", "yes") for name in names)))


def new_park_commitment(park: Park, _reading: Reading) -> str:
    """38.b."""
    return new_park(park, fact(park, "new_eip_commitment", "yes"))


def new_park_years(park: Park, _reading: Reading) -> str:
    """38.c."""
    years = park.park.get("new_eip_years")
    return new_park(park, pd.NA if years is None else years <= 8)


def new_park_stated(park: Park, _reading: Reading) -> str:
    """38.d."""
    return new_park(park, fact(park, "new_eip_stated", "yes"))


def eco_compliance(park: Park, reading: Reading) -> Any:
    """40.2.a."""
    complete, whose = listed(park, "enterprises")
    fails = whose & failing(park, reading, own=True)
    rows, who, among = park.violations, ["violation_enterprise"], present(park, reading)
    broken = with_row(park, rows, fails, who, complete=complete)
    review = with_row(
        park, rows, whose & look_back(park, reading, own=True), who, complete=complete
    )
    return share(park, among, ~broken), share(park, among, review & ~broken)


def eco_symbiosis(park: Park, reading: Reading) -> Any:
    """40.2.b."""
    return share(park, present(park, reading), in_links(park, reading))


def eco_iso(park: Park, reading: Reading) -> Any:
    """40.2.c."""
    return share(park, present(park, reading), iso(park, reading))


def eco_recp(park: Park, reading: Reading) -> Any:
    """40.2.d."""
    holds = recp_result(park, reading)
    if reading["Q26"] == "with_share":
        enough = {"met": True, "not_met": False}.get(recp_applied(park, reading), pd.NA)
        holds = holds & enough
    return share(park, present(park, reading), holds)


COUNTED = ("Q2", "Q3", "Q4", "Q29")
PRESENT = ("Q2", "Q4", "Q29")
LINKED = ("Q14", "Q15", "Q16", "Q17", "Q37")
BREACHES = ("Q19", "Q21", "Q34", "Q38")
JUDGED = {
    "developer-compliance": (developer_compliance, BREACHES),
    "basic-services": (basic_services, ("Q22",)),
    "input-output-monitoring": (monitoring, ()),
    "recp-report": (recp_report, ("Q24", "Q36")),
    "environmental-social-report": (environmental_report, ("Q24", "Q25", "Q36")),
    "enterprise-compliance": (enterprise_compliance, (*BREACHES, *COUNTED, "Q20")),
    "symbiosis-links": (symbiosis_links, (*LINKED, *COUNTED, "Q13")),
    "symbiosis-iso": (symbiosis_iso, (*LINKED, *COUNTED, "Q27", "Q35")),
    "recp-applied": (recp_applied, (*COUNTED, "Q6", "Q28")),
    "shared-land": (shared_land, ("Q9", "Q11", "Q29")),
    "land-components": (land_components, ("Q29",)),
    "worker-facilities": (worker_facilities, ("Q23",)),
    "new-park-file-content": (new_park_content, ()),
    "new-park-commitment": (new_park_commitment, ()),
    "new-park-commitment-years": (new_park_years, ()),
    "new-park-type-stated": (new_park_stated, ()),
    "eco-enterprise-compliance": (eco_compliance, (*BREACHES, *PRESENT)),
    "eco-enterprise-symbiosis": (eco_symbiosis, (*LINKED, *COUNTED)),
    "eco-enterprise-iso": (eco_iso, (*PRESENT, "Q27")),
    "eco-enterprise-recp": (eco_recp, (*COUNTED, "Q26", "Q28")),
}


def judge(
    park: Park, *, all_readings: bool
) -> tuple[dict[str, Any], list[tuple[str, str, str, Any]]]:
    """Judge all criteria, and say what would change under another reading."""
    verdicts, changes = {}, []
    for name, (judged, asked) in JUDGED.items():
        verdicts[name] = judged(park, USUAL)
        for reading in asked if all_readings else ():
            for option in READINGS[reading]["options"]:
                if option["id"] != USUAL[reading]:
                    other = judged(park, {**USUAL, reading: option["id"]})
                    if other != verdicts[name]:
                        changes.append((name, reading, option["id"], other))
    return verdicts, changes
