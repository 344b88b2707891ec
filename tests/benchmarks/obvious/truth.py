"""Yes, no and not known, by pandas' own nullable booleans."""

from __future__ import annotations

from typing import Any

import pandas as pd
from form import Park, Rows

Truth = Any
"""True, False or ``pd.NA``."""
Truths = pd.Series
"""One of them for each row."""


def is_(rows: Rows, field: str, *values: Any) -> Truths:
    """Say in which rows a field has one of some values."""
    return rows[field].isin(values).astype("boolean").mask(rows[field].isna())


def fact(park: Park, field: str, *values: Any) -> Truth:
    """Say whether a figure of the park is one of some values."""
    value = park.park.get(field)
    return pd.NA if value is None else value in values


def always(rows: Rows, *, value: Truth) -> Truths:
    """Give the same for all rows."""
    return pd.Series(value, index=rows.index, dtype="boolean")


def since(rows: Rows, field: str, day: pd.Timestamp) -> Truths:
    """Say which dates are not after a day."""
    return (rows[field] <= day).astype("boolean").mask(rows[field].isna())


def begun(rows: Rows, field: str, day: pd.Timestamp) -> Truths:
    """Say the same of dates whose blank means: not yet."""
    return (rows[field] <= day).astype("boolean")


def within(rows: Rows, field: str, months: int, day: pd.Timestamp | pd.Series) -> Truths:
    """Say which dates lie in the months before a day."""
    found = (rows[field] <= day) & (rows[field] > day - pd.DateOffset(months=months))
    return found.astype("boolean").mask(rows[field].isna())


def sure(truths: Truths) -> pd.Series:
    """Say where the answer is yes."""
    return truths.fillna(value=False).astype(bool)


def some(truths: Truths, *, complete: bool) -> Truth:
    """Say whether any holds; of a list that may be longer, only yes is sure."""
    if sure(truths).any():
        return True
    return False if complete and not truths.isna().any() else pd.NA


def compared(low: float, high: float, bound: float) -> Truth:
    """Say whether what lies between two figures reaches a bound."""
    return True if low >= bound else False if high < bound else pd.NA


def both(*truths: Truth) -> Truth:
    """Say whether all of some single answers hold."""
    if any(t is False for t in truths):
        return False
    return pd.NA if any(t is pd.NA for t in truths) else True


def owners(park: Park, names: pd.Series) -> pd.Series:
    """Give the rows of the register that names point at."""
    rows = {n: i for f in ("enterprise_name", "tax_code") for i, n in park.firms[f].items()}
    return names.map(rows)


def with_row(
    park: Park, rows: Rows, truths: Truths, fields: list[str], *, complete: bool
) -> Truths:
    """Say which enterprises have a row of a list for which something holds."""
    found = always(park.firms, value=False if complete else pd.NA)
    for field in fields:
        whose = owners(park, rows[field])
        perhaps = found.index.isin(whose[truths.isna()])
        found = found | always(park.firms, value=False).mask(perhaps)
        found = found | found.index.isin(whose[sure(truths)])
        if len(fields) == 1 and (rows[field].isna() & ~sure(~truths)).any():
            found = found | pd.NA  # a row of nobody may be anybody's; a link has sides outside
    return found


def of_parties(park: Park, truths: Truths) -> Truths:
    """Say for which links something holds of a party in the park."""
    found = always(park.symbiosis, value=False)
    for field in ("link_provider", "link_receiver"):
        names = park.symbiosis[field]
        holds = owners(park, names).map(truths).astype("boolean")
        found = found | holds.mask(names.isna(), other=False)
    return found


def agreed(*said: Truths) -> Truths:
    """Give what statements say that answer the same question; those that do must not differ."""
    told = pd.concat(said, axis=1)
    yes, no = (told == 1).any(axis=1), (told == 0).any(axis=1)
    return yes.astype("boolean").mask(yes == no)
