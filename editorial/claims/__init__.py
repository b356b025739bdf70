"""Associations that say "that is us", and get to keep their own entries."""
