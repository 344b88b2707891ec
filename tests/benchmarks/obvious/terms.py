"""The terms of the decree, each under a reading."""

from __future__ import annotations

import pandas as pd
from form import Park
from truth import (
    Truths,
    agreed,
    always,
    begun,
    fact,
    is_,
    of_parties,
    owners,
    since,
    with_row,
    within,
)

Reading = dict[str, str]
"""The answer to each open question."""
LAWS = ("business", "environment", "labour", "construction", "land")


def part(park: Park, reading: Reading) -> Truths:
    """Say which enterprises are in the part of the park that is assessed."""
    if reading["Q29"] == "whole" or fact(park, "conversion_scope", "whole") is True:
        return always(park.firms, value=True)
    return is_(park.firms, "inside_boundary", "yes")


def in_park(park: Park, reading: Reading) -> Truths:
    """Say which rows are enterprises in the park."""
    kinds = ["enterprise", "export_processing"]
    if reading["Q2"] != "without_services":
        kinds.append("service")
    if reading["Q2"] == "with_branches":
        kinds.append("branch")
    if reading["Q4"] == "counted":
        kinds.append("developer")
    return is_(park.firms, "enterprise_kind", *kinds) & part(park, reading)


def counted(park: Park, reading: Reading) -> Truths:
    """Say which enterprises count."""
    states = ["operating"]
    if reading["Q3"] != "operating":
        states.append("under_construction")
    if reading["Q3"] == "all_licensed":
        states += ["licensed", "suspended"]
    return in_park(park, reading) & is_(park.firms, "enterprise_status", *states)


def closed(park: Park) -> Truths:
    """Say which enterprises have closed."""
    return is_(park.firms, "enterprise_status", "closed")


def present(park: Park, reading: Reading) -> Truths:
    """Say which enterprises in the park have not closed."""
    return in_park(park, reading) & ~closed(park)


def standing(park: Park, reading: Reading) -> Truths:
    """Say which are there, whatever they are, and have not closed."""
    return ~closed(park) & part(park, reading)


def with_branches(park: Park, reading: Reading) -> Truths:
    """Say which are present, branches included."""
    branch = is_(park.firms, "enterprise_kind", "branch")
    return present(park, reading) | (standing(park, reading) & branch)


def recp_result(park: Park, reading: Reading) -> Truths:
    """Say which enterprises apply RECP with a result."""
    said = is_(park.firms, "recp_result", "yes")
    rows = park.recp
    done = is_(rows, "recp_state", "implemented") & since(rows, "recp_start", park.day)
    done = done & is_(rows, "recp_measured", "yes")
    listed = with_row(
        park, rows, done, ["recp_enterprise"], complete=park.complete["recp_complete"]
    )
    holds = agreed(said, listed, is_(park.firms, "recp_applied", "yes") & said)
    return holds & is_(park.firms, "recp_result_all", "yes") if reading["Q28"] == "all" else holds


def iso(park: Park, reading: Reading) -> Truths:
    """Say which enterprises have both systems."""
    found = always(park.firms, value=True)
    for name in ("iso_production", "iso_environment"):
        until = park.firms[f"{name}_until"]
        valid = (until >= park.day).astype("boolean").mask(until.isna())
        has = is_(park.firms, name, "yes") & valid
        if reading["Q27"] == "applied":
            has = has | is_(park.firms, f"{name}_applied", "yes")
        found = found & has
    return found


def links(park: Park, reading: Reading) -> Truths:
    """Say which links count."""
    rows = park.symbiosis
    first = "link_signed" if reading["Q16"] == "signed" else "link_first_delivery"
    runs = since(rows, first, park.day) & ~begun(rows, "link_stopped", park.day)
    if reading["Q16"] == "twelve_months":
        runs = runs & ~within(rows, first, 12, park.day)
    kind = is_(rows, "link_type", "material", "water", "energy", "waste_reuse")
    shared = is_(rows, "link_type", "shared_service", "shared_infrastructure")
    developer = of_parties(park, is_(park.firms, "enterprise_kind", "developer"))
    if reading["Q15"] == "circular":
        outside = is_(rows, "link_outside_kind", "developer")
        infrastructure = is_(rows, "link_type", "shared_infrastructure") & ~outside & ~developer
        kind = kind | is_(rows, "link_type", "shared_service") | infrastructure
    elif reading["Q15"] == "accepted":
        kind = kind | (shared & is_(rows, "link_accepted", "yes"))
    else:
        kind = kind | shared | is_(rows, "link_type", "common_infrastructure")
    handler = is_(rows, "link_type", "waste_handler")
    if reading["Q17"] == "handler_uses":
        handler = handler & is_(rows, "link_handler_uses", "yes")
    ends = [rows["link_provider"], rows["link_receiver"]]
    differ = (ends[0].notna() & ends[1].notna() & (ends[0] != ends[1])).astype("boolean")
    if reading["Q14"] == "with_tenant":
        differ = differ | is_(rows, "link_outside_kind", "other_park", "community", "developer")
    found = runs & (kind | handler) & of_parties(park, counted(park, reading)) & differ
    found = found & ~of_parties(park, closed(park)) & ~is_(rows, "link_same_entity", "yes")
    if reading["Q37"] == "different_groups":
        found = found & ~is_(rows, "link_same_group", "yes")
    return found


def in_links(park: Park, reading: Reading) -> Truths:
    """Say which enterprises take part in a symbiosis."""
    fields = ["link_provider", "link_receiver"]
    complete = park.complete["symbiosis_complete"]
    return with_row(park, park.symbiosis, links(park, reading), fields, complete=complete)


def look_back(park: Park, reading: Reading, *, own: bool = False) -> Truths:
    """Say which breaches lie in the three years looked back on."""
    rows, day = park.violations, park.day
    if own and reading["Q21"] == "registration":
        filed = owners(park, rows["violation_enterprise"]).map(park.firms["eco_registration"])
        day = pd.to_datetime(filed).fillna(park.day)
    decided = within(rows, "violation_date", 36, day)
    conduct = within(rows, "violation_conduct_date", 36, day)
    found = {"decision": decided, "conduct": conduct, "either": decided | conduct}[reading["Q38"]]
    if reading["Q34"] == "yes":
        short = is_(rows, "violation_sanction", "warning")
        served = begun(rows, "violation_served", park.day)
        early = short & ~within(rows, "violation_served", 6, park.day)
        late = ~within(rows, "violation_served", 12, park.day)
        found = found & ~(is_(rows, "violation_repeated", "no") & served & (early | late))
    return found


def standing_breaches(park: Park) -> Truths:
    """Say which breaches are not remedied."""
    return ~begun(park.violations, "violation_remedied", park.day)


def failing(park: Park, reading: Reading, *, own: bool = False) -> Truths:
    """Say which breaches fail who committed them."""
    found = standing_breaches(park)
    return found | look_back(park, reading, own=own) if reading["Q19"] == "strict" else found


def listed(park: Park, who: str) -> tuple[bool, Truths]:
    """Say whether all breaches are listed, and which are whose."""
    complete = all(park.complete[f"violations_{who}_{law}"] for law in LAWS)
    return complete, is_(park.violations, "violation_of", who)
