"""Trains the relation model and the weights that find the pair of a bare sentence."""
