"""The calendar: what happens today, this week or in a month, narrowed by the same words as a search."""
