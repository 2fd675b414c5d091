"""Two readouts of one meeting in two columns, for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from legation.reporting.wording import clipped, field_name

Row = Mapping[str, Any]
NOT_HERE = "not in this report"
LEAST_WIDTH, MOST_WIDTH = 60, 150


def readouts_lines(row: Row, width: int = 100) -> list[str]:
    """The readouts as text; a topic that a report leaves out is `not in this report`, nobody is said to deny it."""
    width = min(max(width, LEAST_WIDTH), MOST_WIDTH)
    head = ", ".join(part for part in (row["date"], row["place"], row["level"]) if part)
    lines = [f"{row['text']}  ({head})  {row['event']}", f"parties: {', '.join(row['parties'])}"]
    lines += [f"asked for by {row['asked_by']}"] if row["asked_by"] else []
    for item in row["contested"]:
        lines.append(f"accounts differ in {field_name(item['field'])}: {'; '.join(item['values'])}")
    owned = [side for side in row["sides"] if side["side"]]
    if len(owned) == 2:
        lines += _table(row, owned[0], owned[1], width)
    for side in row["sides"]:
        if side not in owned or len(owned) != 2:
            lines += _alone(side)
    if len(owned) < 2:
        lines += ["", "only one side's report is in this record"]
    return lines


def _alone(side: Row) -> list[str]:
    """One side's report, or what belongs to neither, on its own."""
    lines = ["", f"== {side['side'] or 'neither side'}"]
    lines += [f"  {item['article']}: {item['because']}" for item in side["articles"]]
    lines.append(f"  topics, in the order told: {', '.join(side['topics']) or 'none named'}")
    lines += [f"  {_said(item)} ({item['article']})" for item in side["statements"]]
    return lines


def _table(row: Row, left: Row, right: Row, width: int) -> list[str]:
    half = (width - 3) // 2
    lines = ["", *_pair(left["side"].upper(), right["side"].upper(), half)]
    lines += _pair(_because(left), _because(right), half)
    lines += [*_rule("topics, in the order told" + (": not the same" if row["order_differs"] else ""), width)]
    lines += _pair(_numbered(left["topics"]), _numbered(right["topics"]), half)
    said = {item["id"]: item for side in (left, right) for item in side["statements"]}
    told: set[str] = set()
    if row["same_point"]:
        lines += _rule("one point, each in its own words", width)
        for point in row["same_point"]:
            told |= {point["left"], point["right"]}
            lines += [f"[{point['topic']}]", *_pair(_said(said[point["left"]]), _said(said[point["right"]]), half)]
    for topic, one, other in _by_topic(left, right, told):
        both = topic in row["both"]
        lines += _rule(f"{topic}: in both reports" if both else f"{topic}: in one report only", width)
        mine, theirs = ([_said(item) for item in said_on] or [NOT_HERE] for said_on in (one, other))
        lines += _columns(mine, theirs, half)
    rest = [[_said(item) for item in side["statements"] if item["id"] not in told] for side in (left, right)]
    if any(rest):
        lines += [*_rule("and besides", width), *_columns(rest[0], rest[1], half)]
    return lines


def _by_topic(left: Row, right: Row, told: set[str]) -> Iterator[tuple[str, list[Row], list[Row]]]:
    """The topics in the order told, each with what either side says on it and has not been shown yet."""
    for topic in dict.fromkeys([*left["topics"], *right["topics"]]):
        mine, theirs = (
            [item for item in side["statements"] if topic in item["issues"] and item["id"] not in told]
            for side in (left, right)
        )
        held = topic in left["topics"] and topic in right["topics"]
        if mine or theirs:
            told |= {item["id"] for item in (*mine, *theirs)}
            # A topic that the other report has in words shown above is not missing from it.
            yield topic, mine or _shown(held), theirs or _shown(held)


def _shown(held: bool) -> list[Row]:
    return [{"speaker": "", "words": "", "id": ""}] if held else []


def _said(item: Row) -> str:
    return f"{item['speaker']}: “{clipped(item['words'], 220)}”" if item["words"] else "(see above)"


def _because(side: Row) -> str:
    return "; ".join(f"{item['article']}: {item['because']}" for item in side["articles"])


def _numbered(topics: Sequence[str]) -> str:
    return "  ".join(f"{at} {topic}" for at, topic in enumerate(topics, 1)) or "none named"


def _rule(title: str, width: int) -> list[str]:
    return ["", f"── {title} ".ljust(width, "─")]


def _columns(left: Sequence[str], right: Sequence[str], half: int) -> list[str]:
    return [line for one, other in zip_longest(left, right, fillvalue="") for line in _pair(one, other, half)]


def _pair(left: str, right: str, half: int) -> list[str]:
    """Two texts beside one another, wrapped."""
    one, other = (textwrap.wrap(text, half) or [""] for text in (left, right))
    return [f"{a:<{half}} │ {b}".rstrip() for a, b in zip_longest(one, other, fillvalue="")]
