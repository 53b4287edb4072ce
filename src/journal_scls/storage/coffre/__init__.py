"""The keys of a dossier: its vault, its printed code, the system's keyring."""
