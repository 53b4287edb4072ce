"""The published figures: facts, counts, indicators, tables, each with its base."""
