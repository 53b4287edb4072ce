"""Benchmarks for all: ``script/bench NAME``. One module per subject, each with ``main()``."""
