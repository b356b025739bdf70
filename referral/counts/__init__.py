"""Reading the numbers, with nobody to be found in them."""
