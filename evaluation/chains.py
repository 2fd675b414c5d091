"""Checks the chains of the press gold: does each statement of several links name the same ones?

usage: python -m evaluation.chains SHARED [--errors]      SHARED holds press/ and bench/press/

Counted are the gold statements whose chain has more than one told link besides the outlet that the text does not
name. The predicted statement is the one whose content shares most characters with the gold content (Dice >= 0.5).
Right: every told link is named, and no link is named that the gold neither tells nor implies (in parentheses).
Two names agree if half of the words of the shorter one stand in the other.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from legation import intake
from legation.model import Statement
from legation.reading.article import read_article
from legation.reading.tools import Tools, load_tools
from legation.settings import Settings

_WEAK = frozenset("a an the of in on with to by from for and s day unnamed government".split())


def words_of(name: str) -> set[str]:
    """The words of a link's name that tell it from others."""
    return {word for word in re.findall(r"\w+", name.lower()) if word not in _WEAK}


def agree(left: str, right: str) -> bool:
    """Whether two names are of one link."""
    mine, theirs = words_of(left), words_of(right)
    shorter = min(len(mine), len(theirs))
    return shorter > 0 and 2 * len(mine & theirs) >= shorter


def same_links(gold: Sequence[str], found: Sequence[str]) -> bool:
    """Whether the told links are all named, and none besides what is told or implied."""
    told = [name for name in gold if not name.startswith("(")]
    implied = [name.strip("()") for name in gold]
    return all(any(agree(name, other) for other in found) for name in told) and all(
        any(agree(name, other) for other in implied) for name in found
    )


def dice(gold: Iterable[tuple[int, int]], found: Iterable[tuple[int, int]]) -> float:
    """Overlap of two sets of spans in characters."""
    mine = {at for start, end in gold for at in range(start, end)}
    theirs = {at for start, end in found for at in range(start, end)}
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine or theirs else 0.0


def statements_of(path: Path, tools: Tools) -> list[Statement]:
    """All statements of a file that repeat no other."""
    taken = [article for one in intake.take_in([path]) for article in one.articles]
    return [s for article in taken for s in read_article(article, tools).statements if s.repeats is None]


def check(shared: Path, tools: Tools, errors: bool) -> tuple[int, int]:
    """Statements whose chain is right, and how many were asked."""
    right = asked = 0
    for path in sorted((shared / "bench" / "press" / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        found = statements_of(shared / "press" / f"{path.stem}.txt", tools)
        for item in gold["statements"]:
            chain = item["chain"]
            if len([name for name in chain if not name.startswith("(")]) < 2 or item["optional"]:
                continue
            asked += 1
            accepted = [item["content"], *([piece] for piece in item["repeats"])]
            spans = [[(piece["start"], piece["end"]) for piece in pieces] for pieces in accepted]
            best = max(found, key=lambda s: max(dice(one, s.content) for one in spans), default=None)
            is_met = best is not None and max(dice(one, best.content) for one in spans) >= 0.5
            names = [link.name for link in best.chain] if best is not None and is_met else []
            is_right = same_links(chain, names)
            right += is_right
            if errors and not is_right:
                print(path.stem[:3], item["id"], chain, names)
    return right, asked


def main() -> None:
    """Print the share."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    right, asked = check(given.shared, load_tools(Settings().parser), given.errors)
    print(f"chains: {right} of {asked} right, {right / max(asked, 1):.3f}")


if __name__ == "__main__":
    main()
