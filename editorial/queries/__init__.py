"""Questions about the editors' work."""
