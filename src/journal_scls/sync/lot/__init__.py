"""The lot `.scls`: its format and its cryptography, without a database nor a registry.

Reading is one road with no shortcut, `lecteur.lire_lot`: every later step only sees what the
step before has proved. Everywhere the same trick replaces clever parsing: read what is expected,
write it again, demand the same bytes.
"""
