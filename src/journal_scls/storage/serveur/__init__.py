"""A coordination whose base is on a PostgreSQL server."""
