"""A way to the offers for those who do not search: five questions, one a page, every answer in the address."""
