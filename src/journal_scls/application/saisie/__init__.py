"""What helps typing a day: its entries, what waits, habits and templates."""
