"""The entries of a logbook: what one says, its rules, what follows it."""
