"""Measurements that take long: run by hand, figures in docs/benchmarks.md."""
