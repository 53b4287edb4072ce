"""Publishing documents, freezing periods, finding a document again from its code."""
