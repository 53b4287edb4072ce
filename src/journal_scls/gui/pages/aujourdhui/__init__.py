"""The day: what one types, what is done, what waits."""
