"""Pronouns and `the latter`: joined to the person or state they stand for, left alone where two would fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from legation.reading.people.actors import Actor
from legation.reading.people.persona import Persona
from legation.reading.people.tokens import Tokens
from legation.reading.people.traces import NEAR, STRANGER, SUBJECTS, Reference, Trace, Traces

PERSONAL: Mapping[str, Literal["he", "she"]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
}
NEUTRAL = frozenset({"it", "its", "itself"})
_TOLD = frozenset({"dobj", "ccomp", "xcomp", "prep", "prt", "dative"})
"""What a verb has with it that tells what its subject does."""
_STYLES = frozenset(
    {"majesty", "excellency", "highness", "holiness", "eminence", "honour", "honor", "grace", "lordship"}
)
_OBJECT_VERBS = frozenset(
    {"thank", "congratulate", "praise", "commend", "applaud", "criticize", "criticise", "condemn", "blame", "accuse"}
)


class Pronouns:
    """Resolves the pronouns of one text on the way through it."""

    def __init__(self, tokens: Tokens, actors: Sequence[Actor], traces: Traces) -> None:
        self.tokens, self.traces = tokens, traces
        self.actor = {at: actor for actor in actors for at in range(actor.first, actor.stop)}
        self.subjects: dict[int, list[int]] = {}
        for at, dep in enumerate(tokens.dep):
            if dep in SUBJECTS:
                self.subjects.setdefault(tokens.head[at], []).append(at)
        self.owners: dict[int, Persona] = {}
        """Whom each resolved pronoun stands for."""
        self.bodies: dict[int, str] = {}
        """The state or body for which each resolved `it` stands."""

    def personal(self, at: int) -> Reference | None:
        """He and she: the most prominent person of this sentence so far, else of the latest sentence with anybody."""
        tokens = self.tokens
        gender = PERSONAL[tokens.lower[at]]
        sentence: int | None = None
        best: list[Trace] = []
        tagged = {trace.persona.id for trace in self.traces.recent(at, 0) if trace.weight < 0}
        rivals = {trace.persona.id for trace in self.traces.recent(at, 0) if self.is_rival(trace, at)}
        for trace in self.traces.recent(at, NEAR):
            if trace.persona.gender not in (None, gender) or (trace.weight == 0 and not tokens.quoted[at]):
                continue
            if trace.weight < 0 or trace.persona.id in tagged:
                continue
            if trace.persona.id in rivals:
                continue
            if sentence is None:
                sentence = tokens.sentence[trace.at]
            if tokens.sentence[trace.at] != sentence:
                break
            best.append(trace)
        top = max((trace.weight for trace in best), default=0)
        leading = {trace.persona.id: trace.persona for trace in best if trace.weight == top}
        controller = self.controller(at, best)
        if controller is not None:
            leading = {controller.id: controller}
        if STRANGER.id in leading or len(leading) != 1 or (tokens.quoted[at] and not best):
            return None
        persona = next(iter(leading.values()))
        persona.gender = persona.gender or gender
        self.owners[at] = persona
        self.traces.add(at, persona, at + 1)
        return Reference(at, at + 1, persona.id, "pronoun")

    def is_style(self, at: int) -> bool:
        """`His` of `His Majesty`, `Her Excellency`."""
        return at + 1 < len(self.tokens) and self.tokens.lower[at + 1] in _STYLES

    def controller(self, at: int, best: Sequence[Trace]) -> Persona | None:
        """Who is bidden or thanked: "urged Holm to end his visit", "thanked Holm for his help"."""
        tokens = self.tokens
        for trace in best:
            if tokens.sentence[trace.at] != tokens.sentence[at] or tokens.dep[trace.at] in SUBJECTS:
                continue
            after = trace.stop
            if after >= at or after + 1 >= len(tokens):
                continue
            bidden = tokens.lower[after] == "to" and tokens.pos[after + 1] == "VERB"
            verb = tokens.head[trace.stop - 1]
            thanked = tokens.lower[after] in ("for", "on", "upon") and tokens.lemma(verb) in _OBJECT_VERBS
            if (bidden or (thanked and at - after < 6)) and tokens.dep[at] not in SUBJECTS:
                return trace.persona
        return None

    def is_rival(self, trace: Trace, at: int) -> bool:
        """Whether the pronoun is an object under the verb whose subject that person is: "Holm told him"."""
        tokens = self.tokens
        if trace.weight < 2 or tokens.dep[at] not in ("dobj", "dative", "pobj"):
            return False
        node = tokens.head[at]
        for _ in range(4):
            if tokens.pos[node] in ("VERB", "AUX"):
                break
            node = tokens.head[node]
        return node in (tokens.head[trace.at], tokens.head[trace.stop - 1])

    def neutral(self, at: int) -> Reference | None:
        """It and its: the state or body that is the subject of the clause above; as the subject of a whole sentence,
        the one that was the subject of the sentence before."""
        meant = self._above(at)
        if meant is not None:
            self.bodies[at] = meant
        return Reference(at, at + 1, meant, "pronoun") if meant is not None else None

    def _above(self, at: int) -> str | None:
        """The state or body that is the subject of the clause above a neuter pronoun, or of the sentence before."""
        tokens = self.tokens
        node, first = tokens.head[at], tokens.dep[at] not in SUBJECTS
        for _ in range(6):
            if not first:
                node = tokens.head[node]
            first = False
            for subject in self.subjects.get(node, ()):
                if subject == at:
                    continue
                return self._body(subject) if subject < at else None
            if tokens.head[node] == node:
                break
        return self._subject_before(at) if self._leads(at) else None

    def _body(self, subject: int) -> str | None:
        """The state or body that a subject names, by itself or as a pronoun."""
        actor = self.actor.get(subject)
        if actor is None:
            return self.bodies.get(subject)
        return None if actor.adjective or actor.entity.kind == "place" else actor.entity.id

    def _leads(self, at: int) -> bool:
        """Whether a pronoun is the subject of a sentence that tells what it does: not `it is clear`, `it rained`."""
        tokens = self.tokens
        verb = tokens.head[at]
        if tokens.dep[at] != "nsubj" or tokens.dep[verb] != "ROOT" or tokens.quoted[at]:
            return False
        return tokens.pos[verb] == "VERB" and any(one.dep_ in _TOLD for one in tokens.parsed[verb].children)

    def _subject_before(self, at: int) -> str | None:
        """The one state or body that is the subject of the main clause of the sentence before, in the same block."""
        tokens = self.tokens
        before = next((place for place in range(at, -1, -1) if tokens.sentence[place] != tokens.sentence[at]), None)
        if before is None or tokens.block[before] != tokens.block[at]:
            return None
        root = next((place for place in range(before, -1, -1) if tokens.dep[place] == "ROOT"), 0)
        if tokens.sentence[root] != tokens.sentence[before]:
            return None
        subjects = self.subjects.get(root, ())
        if len(subjects) != 1 or any(one.dep_ == "conj" for one in tokens.parsed[subjects[0]].children):
            return None
        return self._body(subjects[0])

    def former_or_latter(self, at: int) -> Reference | None:
        """`the latter`: the second of the two persons whom the sentence before it (or its beginning) names."""
        tokens = self.tokens
        word = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
        if word not in ("latter", "former") or tokens.pos[min(at + 2, len(tokens) - 1)] in ("NOUN", "PROPN", "ADJ"):
            return None
        sentence: int | None = None
        met: list[Persona] = []
        for trace in self.traces.recent(at, 1):
            sentence = tokens.sentence[trace.at] if sentence is None else sentence
            if tokens.sentence[trace.at] != sentence:
                break
            if trace.persona not in met:
                met.insert(0, trace.persona)
        if len(met) != 2 or STRANGER in met:
            return None
        persona = met[word == "latter"]
        self.traces.add(at, persona, at + 2)
        return Reference(at, at + 2, persona.id, "description")
