"""What happens when, day by day: the programme of a week, and the days of the calendar."""
