"""EX: money and execution of one table."""
