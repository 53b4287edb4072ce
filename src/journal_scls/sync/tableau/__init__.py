"""Journals kept elsewhere, as CSV or XLSX: raw lines in, refused lines out."""
