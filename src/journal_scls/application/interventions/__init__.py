"""Entries: written, corrected, cancelled, listed, followed up."""
