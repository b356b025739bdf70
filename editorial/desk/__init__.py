"""The editors' first page: what needs you, and the way to where it is done."""
