"""Time expressions: what they say on the calendar, and which words they date."""

from __future__ import annotations

from legation.reading.times.attach import time_of

__all__ = ["time_of"]
