"""The editors' list of who has been asked, who has not answered, and whom nobody can ask."""
