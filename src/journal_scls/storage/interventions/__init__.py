"""Entries and drafts: written as revisions, read as lists."""
