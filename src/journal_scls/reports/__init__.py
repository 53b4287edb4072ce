"""Documents made for people: text, CSV, JSON, PDF."""
