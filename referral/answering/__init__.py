"""What an organisation that has been referred to sees and answers, by a link in a mail.

- `addresses`: where to write · `letter`: the mail · `links`: its signed links · `tasks`: sending, off the request
- `shown`, `forms`, `views`: the page that a link leads to
"""
