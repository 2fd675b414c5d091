"""Accounts of one event, repeats of one statement, copies of one article: judged, never overwritten."""
