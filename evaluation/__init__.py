"""Prediction commands for the development data, and the floors below which quality may not fall."""
