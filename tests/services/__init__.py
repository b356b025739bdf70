"""The servers that some tests and benchmarks need, started and stopped without root's rights.

Only the standard library is used, so that `bin/elasticsearch` and `bin/postgresql` work before anything is installed.
"""
