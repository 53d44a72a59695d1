"""LG: law."""
