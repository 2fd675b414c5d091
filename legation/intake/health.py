"""What looks damaged or is missing in an article: warnings that the record keeps and counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from legation.intake.translated import looks_translated
from legation.model import Article, Problem

_MOJIBAKE = re.compile(r"â€[™œ\u009d˜“”¦\u0093\u0094]|Ã[©¨¡³±¼¶¤\u00a0-\u00bf]|Â[ \u00a0£©®°»«]|ï»¿|ðŸ|\ufffd")
_DOUBLE = '"“”„‟'
"""`„` counts too: its partner is `“` or `”`."""
_RUNS_ON = 6
"""Paragraphs over which a quotation may run on."""
_INCHES = re.compile(r"\d\"")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+$")
_CUT = re.compile(
    r"(?:\[\s?[+…]?\s?\d+\s?char(?:s|acters)\s?\]|\[(?:\.\.\.|…)\]|…|\.\.\.|(?:read more|continue reading"
    r"|more)\s?(?:…|\.\.\.|»)?)\s*$",
    re.IGNORECASE,
)


def health_of(article: Article) -> tuple[Problem, ...]:
    """The article's warnings, in a fixed order."""
    body = [article.text[block.start : block.end] for block in article.blocks if block.kind == "body"]
    checks: Sequence[Callable[[Article, list[str]], Problem | None]] = (
        _no_text, _no_date, _language, _unclosed_quotation, _cut_short, _mojibake, looks_translated,
    )  # fmt: skip
    return tuple(problem for check in checks if (problem := check(article, body)))


def _no_text(article: Article, body: list[str]) -> Problem | None:
    return None if body else Problem("no-text", "no running text was found")


def _no_date(article: Article, body: list[str]) -> Problem | None:
    return None if article.published else Problem("no-date", "no date of publication was found")


def _language(article: Article, body: list[str]) -> Problem | None:
    if article.language in (None, "en"):
        return None
    return Problem("language", f"looks like {article.language}, not English; findings will be few or wrong")


def _unclosed_quotation(article: Article, body: list[str]) -> Problem | None:
    """A quotation mark that nothing closes.

    A quotation that runs on over paragraphs opens each of them anew and closes the last; some outlets open it once.
    """
    marks = ["".join(sign for sign in _INCHES.sub("", words) if sign in _DOUBLE) for words in body]
    index = 0
    while index < len(body):
        if len(marks[index]) % 2:
            end = _where_closed(body, marks, index)
            if end is None:
                place = max(body[index].rfind(sign) for sign in _DOUBLE)
                shown = body[index][max(0, place - 20) : place + 40].replace("\n", " ").strip()
                return Problem("unclosed-quotation", f"a quotation mark has no partner near: {shown}")
            index = end
        index += 1
    return None


def _where_closed(body: list[str], marks: list[str], index: int) -> int | None:
    """The paragraph that closes a quotation left open, at most a few on; None: none does."""
    for other in range(index + 1, min(index + 1 + _RUNS_ON, len(body))):
        opens_anew = body[other].lstrip()[:1] in ('"', "“", "„")
        if len(marks[other]) % 2 == 0 and opens_anew:
            return other
        if len(marks[other]) % 2 and not opens_anew:
            return other
    return None


def _cut_short(article: Article, body: list[str]) -> Problem | None:
    if not body:
        return None
    if _CUT.search(body[-1]):
        return Problem("truncated", "the text breaks off: its last paragraph ends in a sign of more")
    if _ADDRESS.search(body[-1]):
        return None
    last = body[-1].rstrip(" \u00a0\"”’')]»")
    if len(body[-1]) > 120 and last and ((last[-1].isalpha() and last.split()[-1].islower()) or last[-1] in ",;"):
        return Problem("truncated", f"the text breaks off in a sentence: {body[-1][-40:].strip()}")
    return None


def _mojibake(article: Article, body: list[str]) -> Problem | None:
    found = _MOJIBAKE.search(article.text)
    if found is None:
        return None
    near = article.text[max(0, found.start() - 10) : found.end() + 10].replace("\n", " ")
    return Problem("mojibake", f"letters were read in a wrong encoding near: {near}")
