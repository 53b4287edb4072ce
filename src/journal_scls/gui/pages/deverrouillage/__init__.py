"""Opening a journal: passphrase, recovery code, keyring."""
