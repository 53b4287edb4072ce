"""What a set of published numbers tells of those it hides, and what else must be hidden."""
