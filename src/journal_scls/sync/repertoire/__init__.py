"""The region's directory as a signed file, and what journals propose for it.

An edition has the members of a lot, in clear: `docs/format-repertoire.md` says how to check it
with ordinary tools. Propositions are a sealed file like those of enrolment.
"""
