"""What happened: accounts told by articles, events merged from them, channels between states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.dates import DateInterval
from legation.model.spans import Span

Status = Literal["actual", "planned", "called-for", "denied", "hypothetical"]
ChannelState = Literal["open", "suspended", "called-for", "planned", "restored", "closed"]


@dataclass(frozen=True, slots=True)
class ActorCode:
    """Whose an actor is and what it is, in the codes of PLOVER: a US court is (USA, JUD), the UN (UNO, None)."""

    entity: str
    """Entity id, as in `sources` and `targets`."""
    country: str | None
    """ISO 3166 alpha-3; of a body of several states its international code: `UNO`, `EUR`, `IGO`, `NGO`."""
    sector: str | None
    """`GOV`, `MIL`, `JUD`, ... as the PLOVER manual lists them; None for a state that is named and no more."""

    @property
    def code(self) -> str:
        """Both in a row, as CAMEO writes actors: `USAJUD`; empty where neither is known."""
        return (self.country or "") + (self.sector or "")


@dataclass(frozen=True, slots=True)
class Account:
    """What one article tells of one event."""

    id: str
    article: str
    code: str | None
    """PLOVER event type; None for appointments, publications, interviews and the like."""
    mode: str | None
    contexts: tuple[str, ...]
    label: str
    """A row of the label table: `meeting`, `phone-call`, `arrest`, ..."""
    sources: tuple[str, ...]
    """Entity ids."""
    targets: tuple[str, ...]
    date: DateInterval | None
    place: str | None
    status: Status
    historical: bool
    """Told as background, not as news."""
    said_by: str | None
    """Id of the statement that claims it; None where the outlet itself reports it."""
    trigger: Span
    evidence: tuple[Span, ...]
    confidence: float = 0.0
    alleged: bool = False
    """An act imputed to somebody (charged, accused of), not reported as done."""
    asked_by: str | None = None
    """Entity id of the one at whose request or invitation it took place, where the text says so."""
    actor_codes: tuple[ActorCode, ...] = ()
    """Country and sector of each source and target of which one of the two is known."""


@dataclass(frozen=True, slots=True)
class Contested:
    """A field in which the accounts of one event differ."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]
    """Each value with the ids of the accounts that tell it."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, merged from one or more accounts."""

    id: str
    code: str | None
    mode: str | None
    label: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    date: DateInterval | None
    place: str | None
    status: Status
    accounts: tuple[str, ...]
    outlets: tuple[str, ...]
    """Independent ones: copies of one text count once."""
    contested: tuple[Contested, ...] = ()
    asked_by: str | None = None
    """At whose request or invitation it took place; the commonest that is told."""
    actor_codes: tuple[ActorCode, ...] = ()
    """Country and sector of each source and target; the commonest that the accounts tell."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A standing line of dialogue between parties, and the state in which an article tells it."""

    channel: str
    """A row of the channel table: `military-hotline`, `climate-talks`, ..."""
    parties: tuple[str, ...]
    state: ChannelState
    date: DateInterval | None
    article: str
    start: int
    end: int
