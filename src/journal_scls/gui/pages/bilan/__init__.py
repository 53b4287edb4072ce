"""The figures: read, compared, opened down to what they are made of, printed."""
