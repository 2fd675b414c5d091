"""Time expressions: what they say on the calendar, and which words they date."""

from __future__ import annotations

from legation.reading.times.attach import time_of
from legation.reading.times.find import find_times
from legation.reading.times.unsure import find_times_of

__all__ = ["find_times", "find_times_of", "time_of"]
