"""The forms that are known: a room for each, from the rows of its table to its record."""
