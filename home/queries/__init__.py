"""Questions to the portal's pages, one a file."""
