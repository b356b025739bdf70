"""People who have not signed in."""
