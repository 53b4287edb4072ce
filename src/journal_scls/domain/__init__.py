"""Values and rules of the logbook; standard library only."""
