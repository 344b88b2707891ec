"""Units of figures: how people write them, and which others turn into them by a mere factor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from eipcheck.model.text import Text

_SEPARATORS = dict.fromkeys(map(ord, " \t\n\r/.,·_-()[]'\u2013\u2044\u2215\u2219"))
_ALONE = re.compile(r"(?<![a-z0-9.\u0300-\u036f])([a-z])(?:\s*([/\u2044\u2215])\s*|\s+)(?=[a-z])")
_EXPONENT = re.compile(r"[-\u2212](?=[0-9])")
_LETTERS = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"})


class Conversion(Struct, frozen=True):
    """Names of another unit, and the number by which its figures become figures of this one."""

    names: tuple[str, ...]
    times: Decimal


class Unit(Struct, frozen=True, kw_only=True):
    """A unit of the dictionary.

    ``aliases`` are other names of the same unit; ``converted`` are units of the same kind over the
    same period. Each of these may be followed by one of ``per`` (``m3`` by ``năm``), which only
    says what the bare name means already. ``incomplete`` are words that lack something without
    which they may mean another unit, such as the period or the currency.
    """

    id: str
    label: Text
    aliases: tuple[str, ...] = ()
    converted: tuple[Conversion, ...] = ()
    incomplete: tuple[str, ...] = ()
    per: tuple[str, ...] = ()

    def names(self) -> Iterator[tuple[str, Decimal]]:
        """Give every name of the unit, and of those that turn into it, with its factor."""
        one = Decimal(1)
        yield from ((name, one) for name in (self.id, self.label.vi, self.label.en))
        yield from ((name, one) for name in self._over_period(self.aliases))
        for other in self.converted:
            yield from ((name, other.times) for name in self._over_period(other.names))

    def _over_period(self, names: tuple[str, ...]) -> Iterator[str]:
        for name in names:
            yield name
            yield from (f"{name}/{period}" for period in self.per)


@lru_cache(maxsize=4096)
def unit_key(text: str) -> str:
    """Reduce a unit to what tells it apart: no case, no marks, no separators.

    ``m³/ngày.đêm`` and ``M3/NGAY DEM`` give ``m3ngaydem``. A letter that stands alone is not
    joined with the next word: ``t/a`` is no ``tạ``, and ``k m2`` no ``km2``. Signs such as ``%``,
    ``$`` or ``?`` are kept, as is a slash in front: ``/ha`` is not ``ha``.
    """
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold().strip()
    text = _ALONE.sub(lambda m: m[1] + ("\x01" if m[2] else "\x02"), text)
    text = _EXPONENT.sub("\x03", text)
    key = "".join(c for c in text.translate(_SEPARATORS) if not unicodedata.combining(c))
    return f"/{key}" if text.startswith("/") else key
