"""Partner services, projects, committees, editions and propositions in the encrypted file."""
