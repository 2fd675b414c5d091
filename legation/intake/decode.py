"""Bytes into text: the encoding found, line ends as `\\n`, no byte order mark."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from legation.intake.sources import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    b"\x7fELF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"PK\x03\x04",
    b"%PDF",
    b"\x1f\x8b",
    b"MZ",
    b"SQLite format 3",
    b"\xd0\xcf\x11\xe0",
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 65536
_LATIN = 0.9
"""Of a text's bytes that are ASCII where the language is written in Latin letters."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a file: its byte order mark decides, then UTF-8, then the declared encoding, then a guess.

    Line ends become `\\n`, the byte order mark goes; nothing else moves. Raises SourceError for binary bytes.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_line_ends(data.decode(encoding, "replace").removeprefix("\ufeff"))
    if _is_binary(data):
        raise SourceError("holds binary data, not text; save it as text, HTML or PDF")
    for candidate in ("utf-8", declared or "utf-8"):
        try:
            return _with_line_ends(data.decode(candidate))
        except (UnicodeDecodeError, LookupError):
            continue
    sample = data[:_SAMPLE]
    if sum(byte < 128 for byte in sample) > _LATIN * len(sample):
        # Few letters with accents tell too little for a guess, and English pages come from western Windows.
        try:
            return _with_line_ends(data.decode("cp1252"))
        except UnicodeDecodeError:
            pass
    best = from_bytes(sample).best()
    return _with_line_ends(data.decode(best.encoding if best is not None else "cp1252", "replace"))


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return sample.startswith(_BINARY) or b"\0" in sample or len(_CONTROL.findall(sample)) > len(sample) // 50


def _with_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
