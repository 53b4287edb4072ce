"""The tagged page: paper, structure, text and tables that a screen reader reads in order."""
