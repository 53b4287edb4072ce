"""The journal: a list, its filters, the details of one entry."""
