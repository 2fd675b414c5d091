"""What decides how an article is read, as a fingerprint: an article read by another reader is read again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from pathlib import Path

READ_BY = ("intake", "lexicon", "model", "reading")
"""The folders whose code, tables and weights decide what is found in an article."""


@cache
def reader_of(parser: str, tables: tuple[Path, ...] = ()) -> str:
    """16 hex digits from the package's code, tables and weights, the parser's name and a user's own tables."""
    digest = hashlib.sha256(parser.encode())
    package = Path(str(resources.files("legation")))
    files = [path for folder in READ_BY for path in (package / folder).rglob("*") if path.is_file()]
    for path in [*sorted(path for path in files if path.suffix != ".pyc"), *sorted(tables)]:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
