"""Sending to the region: what will leave, the file, what the region says it has."""
