"""The gazetteer: places by their names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from legation.lexicon.register_load import Cells
from legation.lexicon.register_names import bare, fold, without_article
from legation.lexicon.register_values import Place


class Gazetteer:
    """Places by their names; the index is made when it is first asked."""

    def __init__(self, rows: Sequence[Cells]) -> None:
        self._rows = rows

    def find(self, words: str) -> Place | None:
        """The place of that name; None where the gazetteer has none."""
        # As written first: the ending of `St. John's` is no possessive.
        forms = (words, bare(words), without_article(words), without_article(bare(words)))
        return next((place for form in forms if (place := self._by_name.get(fold(form))) is not None), None)

    @cached_property
    def _by_name(self) -> dict[str, Place]:
        places: dict[str, Place] = {}
        for place in map(_place_of, self._rows):
            for name in (place.name, *place.aliases):
                places.setdefault(fold(name), place)
        return places


def _place_of(row: Cells) -> Place:
    lat, lon = row.get("lat"), row.get("lon")
    return Place(
        name=row.cells["name"],
        country=row.get("country"),
        kind=row.cells["kind"],
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        aliases=row.words("aliases"),
    )
