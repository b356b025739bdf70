"""Signing in, by django-allauth: password, second factor, and what the portal asks of both."""
