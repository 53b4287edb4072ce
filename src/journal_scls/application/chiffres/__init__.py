"""Figures and documents: read, explained, opened, printed, exported."""
