"""Changing several activities at once, from the editors' list."""
