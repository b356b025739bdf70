"""Writes of the search that are more than one row."""
