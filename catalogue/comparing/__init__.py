"""Two versions of an entry, field by field, in words that an editor reads."""
