"""The expressions of `evaluation.dates` come out as its scorer reads them."""

from __future__ import annotations

import json

from evaluation.dates import write_times


def test_each_expression_is_written_with_its_place_value_and_kind(tmp_path):
    source, target = tmp_path / "docs.jsonl", tmp_path / "out.jsonl"
    rows = [
        {"doc": "one", "dct": "2022-11-17T12:00", "title": "", "text": "They met on Friday."},
        {"doc": "two", "dct": "", "title": "", "text": "They met in 1998."},
    ]
    source.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    characters, seconds = write_times(source, target)
    assert characters == sum(len(row["text"]) for row in rows)
    assert seconds > 0
    assert [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()] == [
        {"doc": "one", "start": 12, "end": 18, "value": "2022-11-11", "type": "DATE"},
        {"doc": "two", "start": 12, "end": 16, "value": "1998", "type": "DATE"},
    ]
