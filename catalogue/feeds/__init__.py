"""The catalogue as calendars (RFC 5545): one date, an activity, or all that a place, an area or an organiser offers.

`series` is pure and knows nothing of the file format; `events` and `calendar` write it. Nothing here reads the clock:
the same data give the same bytes.
"""
