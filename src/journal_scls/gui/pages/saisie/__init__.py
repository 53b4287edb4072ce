"""Entering and correcting an intervention: one panel, drafts that survive."""
