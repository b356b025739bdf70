"""What programs read: search engines, feed readers, telephones that put the portal on the home screen."""
