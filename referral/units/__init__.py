"""The units that refer, and who works in them, in the editors' system; for administrators."""
