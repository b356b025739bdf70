"""Ringing whoever did not come: a list, what to say, and what came of it."""
