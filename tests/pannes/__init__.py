"""Power cuts and broken media: what a program wrote is traced, and the disk is stopped anywhere."""
