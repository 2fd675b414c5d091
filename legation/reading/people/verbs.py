"""Offices told by a verb: `X was named minister`, `X took over from Y as director`, `X is the ambassador`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from legation.model import TenureRelation
from legation.reading.people.offices import POSSESSIVE, Office
from legation.reading.people.tokens import Tokens
from legation.reading.people.words import AppointmentRow, Words

_BE = frozenset({"is", "are", "was", "were", "be", "been", "'s", "’s"})
_BETWEEN = frozenset(
    {"now", "currently", "then", "also", "still", "again", "formally", "officially", "once", "previously", "the",
     "a", "an"}
)  # fmt: skip
_SUBJECTS = ("nsubj", "nsubjpass")
_NOMINAL = frozenset({"promotion", "appointment", "nomination", "election", "elevation"})
_SEATED = frozenset({"elected", "promoted", "appointed", "named", "elevated", "nominated"})
_TO_COME = frozenset({"will", "'ll", "’ll", "shall"})
_FAR = 14
"""Tokens between a verb and the `from` of whom an office is taken."""
_NOT_YET = frozenset(
    {"would", "could", "might", "may", "should", "can", "not", "n't", "n’t", "never", "if", "want", "wants"}
)


@dataclass(frozen=True, slots=True)
class Change:
    """An office phrase, the verb's token, and the persons by token with what they are to the office."""

    at: int
    office: Office
    persons: tuple[tuple[int, TenureRelation], ...]


def find_changes(tokens: Tokens, offices: Sequence[Office], words: Words) -> Iterator[Change]:
    """The changes and predications around each office phrase, in reading order."""
    clauses = Clauses(tokens)
    for office in offices:
        if office.plural:
            continue
        yield from _changes_of(office, tokens, clauses, words)
        owner = _owner_of_title(office, tokens)
        if owner is not None:
            yield Change(office.at, office, ((owner, "held"),))
    yield from _seats(tokens, clauses, words)


def _changes_of(office: Office, tokens: Tokens, clauses: Clauses, words: Words) -> Iterator[Change]:
    before = office.first - 1
    while before >= 0 and tokens.lower[before] in _BETWEEN:
        before -= 1
    if before < 0 or tokens.sentence[before] != tokens.sentence[office.first]:
        return
    lower = tokens.lower[before]
    if lower in _BE and tokens.pos[before] in ("AUX", "VERB"):
        yield from _copula(office, before, tokens, clauses)
        return
    verb = _verb_before(before, tokens, words) if lower == "as" else before
    row = appointment_of(verb, tokens, words) if verb is not None else None
    if verb is None or row is None:
        # Object predicate: "named Anna Holm foreign minister".
        verb = _verb_before(office.first, tokens, words)
        row = appointment_of(verb, tokens, words) if verb is not None else None
        if verb is None or row is None or row.object != "named":
            return
        if tokens.head[office.at] != verb or clauses.object(verb) == office.at:
            yield from _named_outright(office, verb, tokens, clauses)
            return
    yield from _by_row(office, verb, row, tokens, clauses)


def _named_outright(office: Office, verb: int, tokens: Tokens, clauses: Clauses) -> Iterator[Change]:
    """`named Anna Holm ambassador to Ghana`, however the parser reads it: nothing but the name stands between."""
    between = range(verb + 1, office.first)
    if not between or office.article is not None or clauses.is_unsure(verb) or clauses.is_passive(verb):
        return
    if all(tokens.pos[at] == "PROPN" and tokens.text[at][0].isupper() for at in between):
        yield Change(verb, office, ((office.first - 1, "named"),))


def _copula(office: Office, be: int, tokens: Tokens, clauses: Clauses) -> Iterator[Change]:
    subject = clauses.subject(be)
    # A bare "is a president" or "to be president" tells no office.
    vague = tokens.lower[be] == "be" or (office.article in ("a", "an") and office.title == office.role)
    if vague or subject is None or clauses.is_unsure(be):
        return
    past = tokens.lower[be] in ("was", "were", "been") and not (tokens.lower[be] == "been" and _lasts(be, tokens))
    relation: TenureRelation = "held" if past and office.relation == "holds" else office.relation
    yield Change(be, office, ((subject, relation),))


def _lasts(be: int, tokens: Tokens) -> bool:
    """`has been minister since 2019`, `has served as minister since`: still is."""
    has = any(tokens.lower[at] in ("has", "have", "'ve", "’ve") for at in range(max(0, be - 3), be))
    after = range(be + 1, min(be + 25, len(tokens)))
    here = [tokens.lower[at] for at in after if tokens.sentence[at] == tokens.sentence[be]]
    return has and "since" in here


def _verb_before(at: int, tokens: Tokens, words: Words) -> int | None:
    """The nearest verb of appointment before `at` in its sentence."""
    for place in range(at - 1, max(at - 16, -1), -1):
        if tokens.sentence[place] != tokens.sentence[at]:
            return None
        if appointment_of(place, tokens, words) is not None:
            return place
        if tokens.pos[place] == "VERB" and tokens.dep[place] in ("ROOT", "conj"):
            return None
    return None


def appointment_of(at: int, tokens: Tokens, words: Words) -> AppointmentRow | None:
    """The row of appointments of the verb at `at`, with its particle if it has one; None for any other word."""
    if tokens.pos[at] not in ("VERB", "AUX"):
        return None
    # The lemmatizer does not know every verb: `reappointed` keeps its ending.
    for lemma in (tokens.lemma(at), tokens.lower[at].removesuffix("ed")):
        for place in range(at + 1, min(at + 4, len(tokens))):
            row = words.appointments.get((lemma, tokens.lower[place]))
            if row is not None:
                return row
        if (lemma, "") in words.appointments:
            return words.appointments[lemma, ""]
    return None


def _by_row(office: Office, verb: int, row: AppointmentRow, tokens: Tokens, clauses: Clauses) -> Iterator[Change]:
    if clauses.is_unsure(verb):
        return
    subject, object_ = clauses.subject(verb), clauses.object(verb)
    if row.object == "named" and verb + 1 == office.first and _follows_name(verb, tokens):
        subject, object_ = None, verb - 2
    elif clauses.is_passive(verb):
        subject, object_ = None, subject
    persons: list[tuple[int, TenureRelation]] = []
    if subject is not None and row.subject is not None:
        persons.append((subject, _told_of_subject(row, verb, tokens, clauses)))
    if object_ is not None and row.object is not None:
        persons.append((object_, row.object))
    if row.from_ is not None:
        giver = clauses.giver(verb)
        if giver is not None:
            persons.append((giver, row.from_))
    if persons:
        yield Change(verb, office, tuple(persons))


def _seats(tokens: Tokens, clauses: Clauses, words: Words) -> Iterator[Change]:
    """`Holm's promotion to the Politburo`, `Holm was elected to the Security Council`: a seat in a body."""
    for at in range(1, len(tokens) - 2):
        if tokens.lower[at + 1] != "to" or tokens.lower[at + 2] not in ("the", "its"):
            continue
        person: int | None = None
        if tokens.lower[at] in _NOMINAL:
            owned = tokens.lower[at - 1] in POSSESSIVE and at > 1
            person = at - 2 if owned else at - 1 if tokens.lower[at - 1] in ("his", "her") else None
        elif (
            tokens.lower[at] in _SEATED
            and tokens.pos[at] == "VERB"
            and clauses.is_passive(at)
            and not clauses.is_unsure(at)
        ):
            person = clauses.subject(at)
        seat = _seat(at + 2, tokens, words) if person is not None else None
        if person is not None and seat is not None:
            yield Change(at, seat, ((person, "named"),))


def _seat(article: int, tokens: Tokens, words: Words) -> Office | None:
    """Membership of the body whose name follows; None where no body's name does."""
    stop = article + 1
    while (
        stop < len(tokens)
        and stop - article < 10
        and tokens.text[stop][0].isupper()
        and tokens.pos[stop] in ("PROPN", "NOUN", "ADJ")
    ):
        stop += 1
    rows = [words.not_names.get(tokens.lower[at]) for at in range(article + 1, stop)]
    if not any(row is not None and row.kind == "organisation" for row in rows):
        return None
    name = tokens.words(article + 1, stop)
    title = f"member of the {name}"
    return Office(
        article, article + 1, stop - 1, stop, "member", words.roles["member"], "named", title, organisation=name
    )


def _follows_name(verb: int, tokens: Tokens) -> bool:
    """`Anna Holm, named minister last week`: a participle after a name and a comma, however the parser reads it."""
    participle = tokens.parsed[verb].tag_ in ("VBN", "VBD")
    return participle and verb > 1 and tokens.text[verb - 1] == "," and tokens.pos[verb - 2] == "PROPN"


def _told_of_subject(row: AppointmentRow, verb: int, tokens: Tokens, clauses: Clauses) -> TenureRelation:
    """What the verb makes of its subject: `served` held, `has served since` holds, `will become` is named."""
    if row.subject in ("succeeds", "vacates"):
        return row.subject
    if row.subject == "serves" and tokens.lower[verb].endswith("ed") and not _lasts(verb, tokens):
        return "held"
    return "named" if clauses.is_future(verb) else "holds"


class Clauses:
    """Subjects and objects of verbs; relative clauses lead back to the noun they describe."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """The tokens under each token."""
        found: dict[int, list[int]] = defaultdict(list)
        for at, head in enumerate(self.tokens.head):
            if head != at:
                found[head].append(at)
        return found

    def subject(self, verb: int) -> int | None:
        """The token of the subject: of the verb itself, of the verb it is joined or subordinate to, of `who`."""
        tokens, node = self.tokens, verb
        for _ in range(4):
            for child in self.children.get(node, ()):
                if tokens.dep[child] in _SUBJECTS:
                    relative = tokens.lower[child] in ("who", "which", "that")
                    return tokens.head[node] if relative and tokens.dep[node] == "relcl" else child
            if tokens.dep[node] in ("relcl", "acl"):
                return tokens.head[node]
            if tokens.dep[node] not in ("conj", "xcomp", "advcl", "aux", "auxpass") or tokens.head[node] == node:
                return None
            bidden = self.object(tokens.head[node]) if tokens.dep[node] == "xcomp" else None
            # "named Holm to replace her", "asked Holm to resign": whoever is bidden does it.
            if bidden is not None and bidden < node:
                return bidden
            node = tokens.head[node]
        return None

    def object(self, verb: int) -> int | None:
        """The token of the direct object, or the subject of a small clause (`named X minister`)."""
        tokens = self.tokens
        for child in self.children.get(verb, ()):
            if tokens.dep[child] in ("dobj", "dative") or (
                tokens.dep[child] == "oprd" and tokens.pos[child] == "PROPN"
            ):
                relative = tokens.lower[child] in ("who", "whom") and tokens.dep[verb] == "relcl"
                return tokens.head[verb] if relative else child
            if tokens.dep[child] in ("ccomp", "xcomp", "oprd"):
                for below in self.children.get(child, ()):
                    if tokens.dep[below] in _SUBJECTS:
                        return below
        return None

    def agent(self, verb: int) -> int | None:
        """The person after `by`."""
        for child in self.children.get(verb, ()):
            if self.tokens.lower[child] == "by":
                return next((below for below in self.children.get(child, ()) if below > child), None)
        return None

    def giver(self, verb: int) -> int | None:
        """The person after `from`."""
        tokens = self.tokens
        for place in range(verb + 1, min(verb + _FAR, len(tokens) - 1)):
            if tokens.sentence[place] != tokens.sentence[verb]:
                return None
            if tokens.lower[place] == "from":
                return place + 1
        return None

    def is_passive(self, verb: int) -> bool:
        """Whether the verb's subject undergoes it; a bare participle after a noun (`Holm, named minister`) too."""
        tokens = self.tokens
        below = self.children.get(verb, ())
        return any(tokens.dep[child] in ("nsubjpass", "auxpass") for child in below) or (
            tokens.dep[verb] == "acl" and tokens.lower[verb].endswith("ed")
        )

    def is_bidden(self, verb: int) -> bool:
        """Whether it is only asked for, planned or refused: `urged him to resign`, `no plan to resign`."""
        return any(self.tokens.lower[child] == "to" for child in self.children.get(verb, ()))

    def is_future(self, verb: int) -> bool:
        """Whether it is still to come: `will become`."""
        return any(self.tokens.lower[child] in _TO_COME for child in self.children.get(verb, ()))

    def is_unsure(self, verb: int) -> bool:
        """Whether the verb is denied, wished for or only possible."""
        return any(
            self.tokens.lower[child] in _NOT_YET or self.tokens.dep[child] == "neg"
            for child in self.children.get(verb, ())
        )


def _owner_of_title(office: Office, tokens: Tokens) -> int | None:
    """The token of the name whose title the phrase before is: `the minister of X, Holm's former title`."""
    at = office.stop
    if at + 3 >= len(tokens) or tokens.text[at] != ",":
        return None
    for place in range(at + 1, min(at + 5, len(tokens) - 2)):
        if tokens.lower[place] in POSSESSIVE:
            tail = [tokens.lower[step] for step in range(place + 1, min(place + 3, len(tokens)))]
            old = tail[0] in ("former", "old", "previous") and tail[-1] in ("title", "post", "job", "position", "role")
            return place - 1 if old else None
    return None
