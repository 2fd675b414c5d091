"""Names in a row that the parser took apart: `US President Joe Biden and Chinese President Xi Jinping agreed`."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from legation.model import Mention
from legation.reading.cast import Cast
from legation.reading.parse import text_of

_TITLE_TAGS = frozenset({"NNP", "NNPS", "JJ", "NN", "POS"})
_LOOSE = frozenset({"nmod", "compound", "dep", "appos", "ROOT", "npadvmod", "conj", "nsubj", "amod", "advcl"})
"""How the name before may hang in a damaged parse; an object of its own verb or preposition is none of the row."""
_HYPHENS = "-–—/"
_LONGEST_TITLE = 7


def names_before(doc: Doc, cast: Cast, token: Token) -> list[str]:
    """The entities that stand in a row before the one at `token`, joined by commas or `and`, in reading order."""
    mention = cast.at(token.idx)
    found: list[str] = []
    while mention is not None and mention.form == "name":
        before = _joined_before(doc, cast, mention, not found)
        if before is None or before.entity == mention.entity:
            break
        found.append(before.entity)
        mention = before
    return found[::-1]


def hyphened(doc: Doc, cast: Cast, token: Token) -> list[str]:
    """The entity that a hyphen binds to the one at `token`: the EU in `the EU-China summit`."""
    mention = cast.at(token.idx)
    text = text_of(doc)
    if mention is None or mention.start < 2 or text[mention.start - 1] not in _HYPHENS:
        return []
    before = cast.at(mention.start - 2)
    return [before.entity] if before is not None and before.end == mention.start - 1 else []


def _joined_before(doc: Doc, cast: Cast, mention: Mention, last: bool) -> Mention | None:
    """The mention that the words `and` or `,` (and a title) part from this one, of the same kind.

    A comma alone does not join the `last` two of a row where the first hangs on a preposition.
    """
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return None
    at = span.start - 1
    first = max(-1, at - _LONGEST_TITLE)
    while at > first and doc[at].tag_ in _TITLE_TAGS:
        at -= 1
    joints, joined = 0, False
    while at > 0 and doc[at].lower_ in ("and", ",") and joints < 2:
        joints, joined = joints + 1, joined or doc[at].lower_ == "and"
        at -= 1
    if not joints or at < 0:
        return None
    if last and not joined and _is_governed(doc[at]):
        # "At the invitation of Anna Holm, Karl Berg will come"
        return None
    before = cast.at(doc[at].idx)
    if before is None or before.form != "name" or before.end != doc[at].idx + len(doc[at]):
        return None
    same = cast.entity_of(before).kind == cast.entity_of(mention).kind == "person"
    return before if same and doc[at].dep_ in _LOOSE else None


def _is_governed(name: Token) -> bool:
    """Whether a name, alone or with others, is the object of a preposition."""
    while name.dep_ in ("conj", "appos", "compound") and name.head != name:
        name = name.head
    return name.dep_ == "pobj"
