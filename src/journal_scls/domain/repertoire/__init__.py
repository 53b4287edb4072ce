"""The directory: places and partners, how they change, how editions of it travel."""
