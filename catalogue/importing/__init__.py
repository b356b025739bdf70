"""Reading the catalogue's exchange format: JSON files in, checked entries out, with every problem told.

`reading` opens files, `entry` reads one entry's fields, `areas`, `organisations`, `venues`, `activities` and
`vocabulary` know the format, `references` checks entries against each other and the database. Writing is an action:
`catalogue.actions.import_catalogue`.
"""
