"""When the journal locks by itself, and what it leaves behind it."""
