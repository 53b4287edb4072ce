"""From the first paint to an open journal."""
