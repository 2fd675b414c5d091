"""Channels of dialogue between parties, and the states in which an article tells them."""

from legation.reading.channels.find import find_channels
from legation.reading.channels.tables import ChannelRow, StateRow, load_channel_tables

__all__ = ["ChannelRow", "StateRow", "find_channels", "load_channel_tables"]
