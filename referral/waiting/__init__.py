"""Waiting lists: who waits for which activity, and who is next when there is room."""
