"""What is only asked: `Will Anna Holm visit Norland?` says neither that she will nor that she won't."""

from __future__ import annotations

from spacy.tokens import Token

from legation.reading.events.clauses import VERBAL

_ASKED_FOR = frozenset({"WRB", "WP", "WDT", "WP$"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def is_asked(verb: Token) -> bool:
    """Whether a verb stands in a question to be answered with yes or no: its auxiliary before its subject, and `?`.

    `When did they meet?` takes for granted that they met.
    """
    if verb.pos_ not in VERBAL or not _ends_in_question(verb):
        return False
    first = _inverted(verb)
    if first is None:
        return False
    opening = (one for one in verb.subtree if one.i < first.i and one.head in (verb, verb.head))
    return not any(one.tag_ in _ASKED_FOR for one in opening)


def _ends_in_question(verb: Token) -> bool:
    sentence = verb.sent
    last = next((one for one in reversed(list(sentence)) if not one.is_space and one.text not in "\"”’'"), None)
    return last is not None and last.text == "?"


def _inverted(verb: Token) -> Token | None:
    """The auxiliary (or `is` itself) that stands before the subject."""
    subject = next((one for one in verb.children if one.dep_ in _SUBJECTS), None)
    if subject is None:
        return None
    auxiliaries = [one for one in verb.children if one.dep_ in _AUXILIARIES]
    first = auxiliaries[0] if auxiliaries else verb if verb.lemma_ == "be" else None
    return first if first is not None and first.i < subject.left_edge.i else None
