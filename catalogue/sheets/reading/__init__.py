"""From an uploaded file to rows of cells by field: `kinds` says what a file is, `workbook` and `delimited` read it."""
