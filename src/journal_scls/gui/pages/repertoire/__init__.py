"""The directory: cards, the region's editions, propositions, what changes with time."""
