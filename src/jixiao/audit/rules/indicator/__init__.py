"""IX: how indicators are set."""
