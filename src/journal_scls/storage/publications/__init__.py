"""Published documents and closed periods."""
