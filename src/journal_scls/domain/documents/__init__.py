"""What documents say, as values, before any layout."""
