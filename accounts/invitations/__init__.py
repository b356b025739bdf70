"""People come by invitation: a mail with a link to make a password."""
