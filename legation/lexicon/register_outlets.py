"""The outlets and agencies of the register by name, alias or host."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from legation.lexicon.register_load import Cells
from legation.lexicon.register_names import bare, fold, without_article
from legation.lexicon.register_values import Outlet


class Outlets:
    """Outlets by their names and hosts; the indexes are made when they are first asked."""

    def __init__(self, rows: Sequence[Cells]) -> None:
        self._rows = rows

    def find(self, words_or_host: str) -> Outlet | None:
        """The outlet or agency by name, alias or host (with or without `www.`)."""
        words = words_or_host.strip()
        host = words.lower().removeprefix("https://").removeprefix("http://").partition("/")[0].removeprefix("www.")
        while "." in host:
            if host in self._by_host:
                return self._by_host[host]
            host = host.partition(".")[2]
        return self._by_name.get(fold(bare(words))) or self._by_name.get(fold(without_article(bare(words))))

    @cached_property
    def _by_host(self) -> dict[str, Outlet]:
        outlets = (_outlet_of(row) for row in self._rows)
        return {outlet.host.removeprefix("www."): outlet for outlet in outlets if outlet.host}

    @cached_property
    def _by_name(self) -> dict[str, Outlet]:
        outlets: dict[str, Outlet] = {}
        for outlet in map(_outlet_of, self._rows):
            for name in (outlet.name, *outlet.aliases):
                outlets.setdefault(fold(name), outlet)
        return outlets


def _outlet_of(row: Cells) -> Outlet:
    return Outlet(
        name=row.cells["outlet"],
        host=row.get("host"),
        country=row.get("country"),
        state_run=row.get("state_run") == "yes",
        kind=row.cells["kind"],
        aliases=row.words("aliases"),
    )
