"""Which two actors a bare sentence relates: every ordered pair of noun phrases weighed by how the parse joins them."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from spacy.tokens import Span, Token

from legation.reading.events.clauses import lemma_of

MOST_PHRASES = 16
"""Sentences with more noun phrases are lists or damaged text: the first ones are weighed."""

_SAYING = frozenset(
    ["say", "tell", "report", "announce", "add", "note", "claim", "state", "declare", "confirm", "write", "show"]
)
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"})


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two heads of noun phrases, the first acting on the second, and how likely that is the relation told (0 to 1)."""

    source: Token
    target: Token
    score: float


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, float]:
    """Feature to weight, as `training/relations/dyads.py` wrote them."""
    path = resources.files("legation.reading") / "models" / "relation_dyads.json"
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights


def find_dyads(sentence: Span, weights: Mapping[str, float], most: int = 2) -> list[Dyad]:
    """The likeliest ordered pairs of a sentence, best first, at most `most`, each with other actors or direction."""
    found = []
    for source, target in pairs_of(sentence):
        total = weights.get("", 0.0) + sum(weights.get(name, 0.0) for name in features_of(source, target))
        found.append(Dyad(source, target, 1 / (1 + math.exp(-total))))
    found.sort(key=lambda dyad: (-dyad.score, dyad.source.i, dyad.target.i))
    kept: list[Dyad] = []
    for dyad in found:
        if all((dyad.target, dyad.source) != (other.source, other.target) for other in kept):
            kept.append(dyad)
        if len(kept) == most:
            break
    return kept


def pairs_of(sentence: Span) -> Iterator[tuple[Token, Token]]:
    """Every ordered pair of noun phrase heads of a sentence."""
    heads = phrase_heads(sentence)[:MOST_PHRASES]
    for source in heads:
        for target in heads:
            if source != target:
                yield source, target


def phrase_heads(sentence: Span) -> list[Token]:
    """The heads of the noun phrases of a sentence that may name an actor or what is acted on, in reading order."""
    heads = []
    for token in sentence:
        if token.pos_ not in ("NOUN", "PROPN", "PRON") or token.ent_type_ in _TIMES:
            continue
        if token.tag_ in ("WDT", "WP", "EX") or token.dep_ in ("compound", "npadvmod", "expl"):
            # "Afghan National Army": the nation counts where it stands as an adjective of an office, too.
            if not (token.dep_ == "compound" and token.ent_type_ in ("GPE", "NORP")):
                continue
        heads.append(token)
    # Adjectives of nation: "the Chinese government" acts, "Chinese goods" are named by their head.
    heads += [token for token in sentence if token.pos_ == "ADJ" and token.ent_type_ in ("NORP", "GPE")]
    return sorted(heads, key=lambda token: token.i)


def features_of(source: Token, target: Token) -> Iterator[str]:
    """What is known of a pair: how each stands in its clause, the path between them, what they are."""
    up, top, down = _path(source, target)
    path = ">".join(up) + "^" + "<".join(down)
    verb = "V" if top.pos_ in ("VERB", "AUX") else top.pos_
    saying = lemma_of(top) in _SAYING
    first, second = ("s", "t") if source.i < target.i else ("t", "s")
    yield f"path={path}"
    yield f"path={path}|{verb}|{saying}"
    yield f"top={lemma_of(top)}"
    yield f"top={verb}|root={top.dep_ == 'ROOT'}|say={saying}"
    yield f"order={first}{second}|{min(8, abs(source.i - target.i) // 3)}"
    yield f"len={len(up)}|{len(down)}"
    for role, token in (("s", source), ("t", target)):
        yield from _features_of_one(role, token)
    yield f"ents={_kind(source)}|{_kind(target)}"
    yield f"deps={source.dep_}|{target.dep_}"
    yield f"deps={_slot(source)}|{_slot(target)}"
    yield f"deps={_slot(source)}|{_slot(target)}|{_kind(source)}|{_kind(target)}"
    yield f"deps={_slot(source)}|{_slot(target)}|{verb}|{lemma_of(top)}"


def _features_of_one(role: str, token: Token) -> Iterator[str]:
    head = token.head
    yield f"{role}.dep={token.dep_}"
    yield f"{role}.slot={_slot(token)}|{head.dep_}"
    yield f"{role}.kind={_kind(token)}|{token.dep_}"
    yield f"{role}.pos={token.tag_}"
    yield f"{role}.word={lemma_of(token)}"
    yield f"{role}.head={lemma_of(head)}|{token.dep_}"
    if token.dep_ == "pobj":
        yield f"{role}.prep={head.lower_}|{lemma_of(head.head)}"
        yield f"{role}.prep={head.lower_}|{head.head.pos_}|{_kind(token)}"
    yield f"{role}.depth={min(6, sum(1 for _ in token.ancestors))}"
    yield f"{role}.place={min(9, sum(1 for one in token.sent if one.i < token.i and one.dep_ in ('nsubj', 'dobj', 'pobj', 'nsubjpass')))}"
    yield f"{role}.def={any(one.lower_ in ('the', 'his', 'its', 'their', 'a', 'an') for one in token.children)}"


def _slot(token: Token) -> str:
    if token.dep_ == "pobj":
        return f"{token.head.lower_}@{token.head.head.dep_}"
    return f"{token.dep_}@{token.head.dep_}"


def _kind(token: Token) -> str:
    if token.ent_type_ in _ACTORS:
        return token.ent_type_
    if token.pos_ == "PRON":
        return "PRON"
    # A common noun with a nation before it is an actor: "Chinese officials".
    if any(one.ent_type_ in _ACTORS for one in token.children if one.dep_ in ("amod", "compound", "poss", "nmod")):
        return "of"
    return token.ent_type_ or token.pos_


def _path(source: Token, target: Token) -> tuple[list[str], Token, list[str]]:
    """Dependencies from the source up to where the two meet, that word, and down to the target."""
    above = [source, *source.ancestors]
    places = {token.i: at for at, token in enumerate(above)}
    down: list[str] = []
    at = target
    while at.i not in places:
        down.append(_step(at))
        if at.head == at:
            break
        at = at.head
    up = [_step(token) for token in above[: places.get(at.i, len(above))]]
    return up[:6], at, down[::-1][:6]


def _step(token: Token) -> str:
    return f"{token.dep_}:{token.lower_}" if token.dep_ in ("prep", "agent") else token.dep_
