"""Asking how it goes: who is to be asked, and what they answer."""
