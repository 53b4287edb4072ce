"""Files that come in from, or go out to, other people: formats and their checks."""
