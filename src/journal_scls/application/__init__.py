"""Use cases and ports; knows the domain only."""
