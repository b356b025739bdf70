"""What happens to an entry once visitors see it: the pages of the editors' system where it is done with a press."""
