"""What is forgotten and when, what somebody may ask to have, and who has read what."""
