"""Lists of results that show well: as text, in Jupyter, as a pandas table."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from legation.model import LegationError

if TYPE_CHECKING:
    import pandas


class Results(list[dict[str, Any]]):
    """Rows of equal keys. A list of dictionaries that prints as a table and turns into a pandas DataFrame."""

    def __init__(self, rows: Iterable[dict[str, Any]] = ()) -> None:
        super().__init__(rows)

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a DataFrame. Raises LegationError where pandas is not installed."""
        try:
            import pandas
        except ImportError as error:
            hint = "`pip install 'legation[pandas]'`, in a clone `pip install -e '.[pandas]'`"
            raise LegationError(f"pandas is not installed: {hint}") from error
        return pandas.DataFrame(list(self))

    def to_json(self) -> str:
        """The rows as a JSON array."""
        return json.dumps(list(self), ensure_ascii=False, indent=1)

    def _repr_html_(self) -> str:
        if not self:
            return "<p>nothing found</p>"
        head = "".join(f"<th>{html.escape(key)}</th>" for key in self[0])
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(_cell(value))}</td>" for value in row.values()) + "</tr>"
            for row in self
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def __repr__(self) -> str:
        if not self:
            return "nothing found"
        shown = [" | ".join(_cell(value)[:60] for value in row.values()) for row in self[:20]]
        more = [f"… and {len(self) - 20} more"] if len(self) > 20 else []
        return "\n".join([" | ".join(self[0]), *shown, *more])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(_cell(item) for item in value)
    return str(value)
