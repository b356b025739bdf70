"""What the pages for professionals show."""
