"""How long a second build of an unchanged folder takes, against the first.

usage: python -m benchmarks.unchanged [1000]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from legation import flow

STORY = (
    "Talks in {city} end, round {n}\n\n{city}, May {day}, 2022 - Foreign Minister Anna Holm met her counterpart Bo "
    "Lind in {city} on Monday, officials said. Holm said round {n} of the talks had been useful.\n\n“We will meet "
    "again,” Lind said. More than {n} aides took part. The ministry did not comment on the next date.\n"
)
CITIES = ("Vienna", "Oslo", "Bern", "Rome", "Madrid", "Tallinn", "Nairobi")


def main() -> None:
    """Print the two times and their ratio."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "press"
        folder.mkdir()
        for n in range(size):
            text = STORY.format(city=CITIES[n % len(CITIES)], n=n + 2, day=n % 28 + 1)
            (folder / f"{n:05}.txt").write_text(text, encoding="utf-8")
        times = []
        for _ in range(2):
            started = time.perf_counter()
            flow.build([folder], Path(work) / "r.db")
            times.append(time.perf_counter() - started)
    print(f"{size} articles: first build {times[0]:.1f} s, second {times[1]:.2f} s ({100 * times[1] / times[0]:.2f} %)")


if __name__ == "__main__":
    main()
