"""What speaks against one story where reports are dated: days apart, other names, one outlet's mould.

A template is no evidence: calls, briefings and tests come in one wording each time. Reports without a given day are
left to the model alone.
"""

from __future__ import annotations

import numpy as np

from legation.merging.pairs import MEASURES, Collection, Pairs
from legation.merging.views import Floats, stems_of

FREE = 3
"""Days apart that cost nothing: other zones, weeklies, what happened next."""
A_DAY = 1.5
"""Log odds a day beyond these: 70 in 100 pairs of reports of one event stand at most three days apart (ECB+)."""
A_DAY_HERE, MOST_HERE = 1.5, 6.0
"""Log odds a day, and at most, where one outlet tells again: it reports an event once, and a like one anew."""
OTHER_NAMES, OTHER_NAMES_HERE = 2.0, 10.0
"""Log odds where each title's names are all missing in the other report; and where both are one outlet's."""
SAME_TITLE = 8.0
"""Log odds where one outlet prints one title on two days over different words: a thing that recurs."""
SAME_WORDS = 0.85
"""Cosine of word pairs from which a report is the other one updated."""
_NAMES_HELD = MEASURES.index("title names held, more")
_WORD_PAIRS = MEASURES.index("word pairs")


def against(collection: Collection, pairs: Pairs) -> Floats:
    """Of each pair the log odds to take off; 0 where a day is not given."""
    days = np.array([-1 if day is None else day for day in collection.given_days], dtype=np.int64)
    dated = (days[pairs.left] >= 0) & (days[pairs.right] >= 0)
    apart = np.abs(days[pairs.left] - days[pairs.right]).astype(np.float64)
    numbers = {name: at for at, name in enumerate(sorted({name for name in collection.sources if name}))}
    sources = np.array([numbers.get(name or "", -1) for name in collection.sources], dtype=np.int64)
    here = (sources[pairs.left] == sources[pairs.right]) & (sources[pairs.left] >= 0)
    held = pairs.measures[:, _NAMES_HELD]
    other = np.where(held < 0, 0.0, 1.0 - held)
    found = A_DAY * np.maximum(0.0, apart - FREE) + np.where(here, OTHER_NAMES_HERE, OTHER_NAMES) * other
    found += np.where(here, np.minimum(MOST_HERE, A_DAY_HERE * apart), 0.0)
    titles = np.array([" ".join(stems_of(title)) for title in collection.titles])
    recurs = here & (apart >= 1) & (titles[pairs.left] == titles[pairs.right])
    found += np.where(recurs & (pairs.measures[:, _WORD_PAIRS] < SAME_WORDS), SAME_TITLE, 0.0)
    return np.where(dated, found, 0.0)
