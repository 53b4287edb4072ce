"""Referrals to follow up, and the needs that no service answered."""
