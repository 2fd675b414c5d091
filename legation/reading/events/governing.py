"""The word that an event's clause or phrase hangs on, and what the status table says of that word there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from legation.reading.events.clauses import VERBAL, lemma_of
from legation.reading.events.mood import is_to_infinitive
from legation.reading.events.tables import StatusRow

_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "relcl", "conj"})
_GOVERNED = frozenset({"xcomp", "ccomp", "dobj", "nsubjpass", "pobj", "pcomp", "acl", "attr"})
CIRCUMSTANCES = frozenset(
    "during at after before since amid following despite under by until through throughout within alongside".split()
)
"""Prepositions that say when or under what something was done, not what."""


def governor_of(token: Token) -> tuple[Token | None, str]:
    """The word that a trigger's clause or phrase hangs on, and how."""
    dep, head = token.dep_, token.head
    if head == token:
        return None, ""
    if dep == "conj":
        above, clause = governor_of(head)
        return above, clause
    if (dep == "pobj" and head.dep_ in ("prep", "agent")) or (dep == "pcomp" and head.dep_ == "prep"):
        above = head.head
        while above.pos_ in ("ADP", "ADV") and above.head != above:
            # "pulled out of a meeting", "stopped short of sending"
            above = above.head
        return above, dep
    if dep == "advcl" and _follows_at_once(token):
        # "ruled out reopening the border": the parser takes the gerund for a circumstance.
        return head, "xcomp"
    if dep in ("compound", "amod", "nmod", "poss", "appos"):
        return head, dep
    if dep in _CLAUSES or dep in ("dobj", "nsubj", "nsubjpass", "attr", "dative", "oprd", "acomp"):
        return head, dep
    return None, ""


def _follows_at_once(gerund: Token) -> bool:
    """Whether a gerund stands right behind its verb or that verb's particle."""
    if gerund.tag_ != "VBG" or gerund.left_edge.i == 0:
        return False
    before = gerund.left_edge.nbor(-1)
    return before == gerund.head or (before.dep_ == "prt" and before.head == gerund.head)


def row_of(words: Mapping[str, tuple[StatusRow, ...]], above: Token, at: Token, clause: str) -> StatusRow | None:
    """The row of the governing word that fits what it governs here."""
    loose = clause == "advcl" and is_to_infinitive(at) and not any(one.dep_ == "dobj" for one in above.children)
    if not (clause in _GOVERNED or loose) or _stands_apart(at, above, clause):
        return None
    kind = "verb" if at.pos_ in VERBAL else "noun"
    for word in _wordings(above, at):
        fitting = [
            row
            for row in words.get(word, ())
            if row.over in ("both", kind) or (row.over == "clause" and clause == "ccomp")
        ]
        # "agreed in Oslo to reopen the line": the parser takes the content for a purpose.
        fitting = [row for row in fitting if not loose or row.status == "planned" or above.pos_ not in VERBAL]
        if fitting:
            return min(fitting, key=lambda row: row.over != "clause")
    return None


def _wordings(above: Token, at: Token) -> Iterator[str]:
    """A governing word with its particle and the preposition that leads to `at`, the fullest wording first."""
    lemma = lemma_of(above)
    for one in above.children:
        if one.dep_ == "prep" and at not in one.subtree:
            yield from (f"{lemma} {one.lower_} {lemma_of(deeper)}" for deeper in one.children if deeper.dep_ == "pobj")
    small = [one.lower_ for one in above.children if one.dep_ in ("prt", "advmod") and not one.is_punct]
    leading = [one.lower_ for one in above.children if one.dep_ in ("prep", "agent") and at in one.subtree]
    yield from (f"{lemma} {particle} {preposition}" for particle in small for preposition in leading)
    yield from (f"{lemma} {word}" for word in (*small, *leading))
    if not any(one.dep_ == "prt" for one in above.children):
        yield lemma


def is_venue(noun: Token) -> bool:
    """`Pressed Norland in talks`, `told Holm at a meeting to leave`: where somebody was spoken to."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "at") or verb.pos_ != "VERB":
        return False
    spoken_to = (one for one in (*verb.children, *verb.head.children) if one.dep_ in ("dobj", "xcomp", "ccomp"))
    return any(noun not in one.subtree and one != verb for one in spoken_to)


def _stands_apart(at: Token, above: Token, clause: str) -> bool:
    """`During the call` is no part of what was urged; `an order restricting exports` is done; after `;` all is new."""
    if clause == "pobj" and at.dep_ in ("pobj", "conj"):
        # "During the call, Holm urged ...": when and where it was asked is not what was asked.
        preposition = next((one for one in (at, *at.ancestors) if one.dep_ in ("prep", "agent")), at)
        fronted = preposition.lower_ in ("in", "on") and at.i < above.i
        return preposition.lower_ in CIRCUMSTANCES or fronted or is_venue(at)
    if clause == "acl" and at.tag_ == "VBG" and above.pos_ in ("NOUN", "PROPN"):
        return True
    first, last = sorted((at.i, above.i))
    return clause == "ccomp" and any(one.text == ";" for one in at.doc[first:last])
