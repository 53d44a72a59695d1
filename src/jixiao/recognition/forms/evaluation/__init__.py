"""A self-evaluation table: divided into blocks, and each block read by its own module."""
