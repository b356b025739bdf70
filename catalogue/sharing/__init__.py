"""Passing an activity on: short addresses, text messages, mails, QR codes."""
