"""The tables of lots and enrolment: append-only, everything else is a view."""
