"""The peer: the same entries in a plain Wagtail site, as its documentation says one should build and search it."""
