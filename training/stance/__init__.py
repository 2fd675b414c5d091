"""Trains the head of the stance model; see README.md."""
