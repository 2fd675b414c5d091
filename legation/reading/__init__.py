"""One article into findings."""

from legation.reading.article import read_article

__all__ = ["read_article"]
