"""What others have submitted, field by field, with the decision beside it."""
