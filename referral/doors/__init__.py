"""What every signed link in a mail leads to: a button, behind it a page, and at last nothing.

- `links`: the signed links · `door`: following one · `unkept`: kept by nobody, told to nobody
"""
