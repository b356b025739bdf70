"""Mails that wait for a mail server that is down, instead of being lost. Described in docs/self-service.md."""
