"""Cases told apart: what lies in the paths given, what each file holds, whose it is, and what of it is missing."""
