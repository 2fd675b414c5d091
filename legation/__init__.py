"""Legation reads the press on relations between states and keeps a sourced record."""
