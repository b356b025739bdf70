"""How good the answers are, by judged queries."""
