"""Writes the article text of saved pages: python -m evaluation.pages HTML_DIR OUT.json.

The output is `{stem: {"articleBody": text}}`, the form that the public article-extraction benchmark scores. Pages may
be compressed (`.html.gz`).
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

from legation.intake.decode import decode
from legation.intake.pages import charset_of
from legation.intake.webpage import article_body

_USAGE = "usage: python -m evaluation.pages HTML_DIR OUT.json"


def bodies_of(folder: Path) -> dict[str, dict[str, str]]:
    """The article text of every page of a folder by the page's stem; empty where a page has none."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(folder.iterdir()):
        if path.name.endswith((".html", ".htm", ".html.gz")):
            data = path.read_bytes()
            data = gzip.decompress(data) if path.suffix == ".gz" else data
            stem = path.name.removesuffix(".gz").rsplit(".", 1)[0]
            found[stem] = {"articleBody": article_body(decode(data, charset_of(data)))}
    return found


def main(arguments: list[str]) -> int:
    """Runs the command; 0 on success, 2 on wrong arguments."""
    if len(arguments) != 2 or not Path(arguments[0]).is_dir():
        print(_USAGE, file=sys.stderr)
        return 2
    bodies = bodies_of(Path(arguments[0]))
    Path(arguments[1]).write_text(json.dumps(bodies, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
    print(f"{len(bodies)} pages, {sum(not body['articleBody'] for body in bodies.values())} without text")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
