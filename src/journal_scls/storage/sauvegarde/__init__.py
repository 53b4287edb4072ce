"""Copies of a dossier, and what is asked of its health."""
