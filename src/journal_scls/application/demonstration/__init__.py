"""Fictional dossiers: a journal of twelve months, and a region that received such journals."""
