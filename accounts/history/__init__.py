"""Who did what, when: written once, never changed. Wagtail's log entries, made append-only, and a report of them."""
