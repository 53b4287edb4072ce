"""One line of text understood as an entry: what each word was taken for, never more than it says."""
