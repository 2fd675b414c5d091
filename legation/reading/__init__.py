"""One article into findings."""
