"""TX: text against tables."""
