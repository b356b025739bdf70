"""The catalogue as a spreadsheet: out of any list, and in again with a trial that says what would happen.

`columns` is the one list of what a row holds; `cells`, `names`, `repetition` and `times` turn what people write in
cells into values of the exchange format and back. `reading` opens files, `row` makes an entry of the exchange format of
a row, `plan` says what each row would do. The rules of an entry are those of `catalogue.importing`; writing is an
action: `catalogue.actions.import_rows`.
"""
