"""Who is who in one article: the cast, and who holds which office."""

from legation.reading.people.casting import find_cast, set_stage
from legation.reading.people.repairs import name_repairs
from legation.reading.people.tenures import find_tenures

__all__ = ["find_cast", "find_tenures", "name_repairs", "set_stage"]
