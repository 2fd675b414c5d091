"""The values that flow between the stages: frozen dataclasses that import nothing of Legation."""

from legation.model.article import Article, Block, BlockKind, Problem
from legation.model.dates import DateInterval, Precision, TimeExpression
from legation.model.entities import Entity, EntityKind, Mention, Tenure, TenureRelation
from legation.model.errors import LegationError
from legation.model.events import Account, ActorCode, Channel, ChannelState, Contested, Event, Status
from legation.model.figures import Bound, Figure
from legation.model.findings import Findings
from legation.model.judgements import Correction, Judgement, JudgementKind, Verdict
from legation.model.spans import Evidence, Span
from legation.model.statements import ChainLink, ChainRole, Form, Stance, Statement
from legation.model.voice import Voice, VoiceKind

__all__ = [
    "Account",
    "ActorCode",
    "Article",
    "Block",
    "BlockKind",
    "Bound",
    "ChainLink",
    "ChainRole",
    "Channel",
    "ChannelState",
    "Contested",
    "Correction",
    "DateInterval",
    "Entity",
    "EntityKind",
    "Event",
    "Evidence",
    "Figure",
    "Findings",
    "Form",
    "Judgement",
    "JudgementKind",
    "LegationError",
    "Mention",
    "Precision",
    "Problem",
    "Span",
    "Stance",
    "Statement",
    "Status",
    "Tenure",
    "TenureRelation",
    "TimeExpression",
    "Verdict",
    "Voice",
    "VoiceKind",
]
