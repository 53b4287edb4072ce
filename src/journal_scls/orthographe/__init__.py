"""The French dictionary that ships with the application; the only user of hunspell."""
