"""Understanding a question before it is searched: places, constraints, ideas, spelling."""
