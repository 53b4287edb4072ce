"""What a person may choose, protect and check; one module for each card of the page."""
