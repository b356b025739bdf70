"""Every write of asking and being answered."""
