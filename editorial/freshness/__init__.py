"""Asking the organisations whether what the catalogue says of them is still right.

- `due`: whom to ask · `addresses`: where · `links`: the signed links · `letter`: the mail · `ladder`: one run of it all
- `actions/`: every write · `views`, `pages`: what an organisation sees when it follows a link
"""
