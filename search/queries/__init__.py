"""Questions about the search's own rows."""
