"""Files of any kind into articles: text, blocks, title, outlet, agency, author, date."""

from legation.intake.infer import infer_published
from legation.intake.sources import Source, list_sources, roots_of
from legation.intake.take import READERS, Taken, read_source, take_in

__all__ = ["READERS", "Source", "Taken", "infer_published", "list_sources", "read_source", "roots_of", "take_in"]
