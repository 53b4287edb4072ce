"""Lots: what a journal hands over, what a region receives, and what it answers."""
