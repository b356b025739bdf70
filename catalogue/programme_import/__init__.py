"""A place's programme from a calendar (RFC 5545) into the catalogue, by way of the trial that spreadsheets have.

`events` reads the file, `programme` puts its events together to activities, `lines` makes rows for the trial of them.
"""
