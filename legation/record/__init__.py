"""Findings and judgements into the database and back: the only home of SQL."""
