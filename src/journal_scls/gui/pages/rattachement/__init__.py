"""Attaching a journal to its region: three small files and two telephone calls."""
