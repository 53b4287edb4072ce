"""The region at a glance: what may be concluded, journal by journal."""
