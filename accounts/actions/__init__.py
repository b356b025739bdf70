"""What is written about people and their roles."""
