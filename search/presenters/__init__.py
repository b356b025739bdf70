"""The results page in words: shaped from `SearchResults`, asking nothing of the database."""
