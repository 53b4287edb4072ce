"""The encrypted file of a dossier: the only SQL of the product."""
