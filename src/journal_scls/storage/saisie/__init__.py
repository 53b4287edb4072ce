"""What helps typing, in the encrypted file."""
