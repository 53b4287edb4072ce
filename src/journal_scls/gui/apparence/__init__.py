"""Colours, fonts and sizes: what may be chosen, what was, how it is drawn."""
