"""The small signed files of enrolment, of changes of keys and of accusés.

The same standards as a lot: canonical JSON, SSHSIG, age. `docs/format-inscription.md` says how
to check them with ordinary tools.
"""
