"""The base data table of an overall evaluation, and which of its rows is part of which."""
