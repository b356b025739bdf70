"""The example catalogue's pictures: calm, flat drawings made with Pillow, the same bytes every time."""
