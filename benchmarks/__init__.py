"""The programs behind every published number: `python -m benchmarks`, or `make bench`; docs/benchmarks.md says more."""
