"""Numbers that somebody claims: counts, money, shares, multiples and measures, with their unit and claimant."""

from legation.reading.figures.find import find_figures

__all__ = ["find_figures"]
