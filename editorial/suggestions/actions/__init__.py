"""Every write of suggestions."""
