"""From what an engine found to an answer for people."""
