"""First start: the welcome assistant."""
