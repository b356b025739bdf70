"""How entries meet rows: what a row says, what an entry wants, and setting the difference. Nothing here saves."""
