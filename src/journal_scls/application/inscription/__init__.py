"""Enrolment: who belongs to a region, with keys that two people compared by telephone."""
