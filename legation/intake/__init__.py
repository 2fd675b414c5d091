"""Files of any kind into articles: text, blocks, title, outlet, agency, author, date."""

from legation.intake.sources import Source, list_sources
from legation.intake.take import READERS, Taken, read_source, take_in

__all__ = ["READERS", "Source", "Taken", "list_sources", "read_source", "take_in"]
