"""Receiving lots: files in, one line each, accusés out."""
