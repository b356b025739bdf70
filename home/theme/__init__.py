"""The site's own colours: chosen by editors, checked for contrast, and served as a small style sheet."""
