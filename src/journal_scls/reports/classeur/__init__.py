"""Spreadsheets: the figures and the entries as workbooks."""
