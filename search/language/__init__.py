"""Danish for search: the same analysis in Python for every engine.

Engines index the ready-made keys of :func:`analysis.index_keys`, parted by spaces, and never analyse text themselves.
"""
