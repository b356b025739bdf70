"""Second opinions: the same answer by another way."""
