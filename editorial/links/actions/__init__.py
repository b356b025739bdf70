"""Every write of the link checker."""
