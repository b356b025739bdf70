"""The catalogue in words, ready to be shown: cards, facts, pages. Nothing here asks the database."""
