"""Journals kept as tables: their columns, taking one over, writing a row."""
