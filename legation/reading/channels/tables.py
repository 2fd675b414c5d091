"""The tables of channels: kinds by the phrases that name them, states by the words that tell them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import field_validator

from legation.lexicon.table import TableRow, read_table
from legation.model import ChannelState


class ChannelRow(TableRow):
    """A kind of channel and the phrases that name it, parted by `;`."""

    channel: str
    words: tuple[str, ...]
    example: str

    @field_validator("words", mode="before")
    @classmethod
    def _split(cls, cell: object) -> object:
        return tuple(part.strip() for part in cell.split(";")) if isinstance(cell, str) else cell


class StateRow(TableRow):
    """A word (lemma) that changes or tells the state of a channel.

    A verb may stand with its particle, preposition or object: `break down`, `return to`, `be on hold`, `enter round`.
    """

    word: str
    state: ChannelState
    pos: Literal["verb", "noun", "adj"]
    example: str


@dataclass(frozen=True, slots=True)
class ChannelTables:
    """The kinds of channel by phrase, one pattern over all phrases, and the states by word."""

    kinds: Mapping[str, str]
    pattern: re.Pattern[str]
    states: Mapping[tuple[str, str], StateRow]
    """By wording and part of speech."""


@lru_cache(maxsize=4)
def load_channel_tables(folder: Path | None = None) -> ChannelTables:
    """The package's tables, or a user's own from `folder`."""
    kinds = {phrase: row.channel for row in read_table("channels", ChannelRow, folder) for phrase in row.words}
    # Longer phrases first: "climate talks" before "talks".
    phrases = sorted(kinds, key=lambda phrase: (-len(phrase), phrase))
    pattern = re.compile(r"\b(" + "|".join(re.escape(phrase) for phrase in phrases) + r")s?\b", re.IGNORECASE)
    states: dict[tuple[str, str], StateRow] = {
        (row.word, row.pos): row for row in read_table("channel_states", StateRow, folder)
    }
    return ChannelTables(kinds, pattern, states)
