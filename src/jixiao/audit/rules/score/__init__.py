"""SC: scores of one table."""
