"""The list of users in the editors' system."""
