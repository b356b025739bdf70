"""The screens of those who sign in: what has been referred, and what is to be done."""
