"""Columns of figures kept per journal and month: a cache of what a region received (ADR 0013)."""
