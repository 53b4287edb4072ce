"""The journals of the region: invite, accept, revoke, and the keys of the region itself."""
