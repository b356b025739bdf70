"""The answer of a search on a map: the same hits as in the list, drawn here, without a script and without strangers."""
