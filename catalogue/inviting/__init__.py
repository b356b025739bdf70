"""One form for who is invited, as what, and to what."""
