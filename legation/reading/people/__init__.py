"""Who is who in one article: the cast, and who holds which office."""

from legation.reading.people.casting import find_cast

__all__ = ["find_cast"]
