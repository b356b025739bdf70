"""Min liste: activities that a visitor collects, without login or cookie: the list is in the address."""
