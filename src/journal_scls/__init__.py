"""Journal SCLS: the logbook of community support in social housing."""

__version__ = "0.1.0"
