"""Every write of the editors' work."""
