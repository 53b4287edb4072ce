"""Projects and committees: the list, their cards, one bilan at a time."""
