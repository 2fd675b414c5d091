"""The one exception that is meant for a user."""


class LegationError(Exception):
    """Bad input: the message says where, what and what to do, on one line."""
