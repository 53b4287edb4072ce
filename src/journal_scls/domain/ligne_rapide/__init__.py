"""One line of text read as an entry: what each word was taken for, and never more."""
