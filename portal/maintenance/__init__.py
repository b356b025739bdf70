"""Closed for a while: every address says so, and whom to ring meanwhile."""
