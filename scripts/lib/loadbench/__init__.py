"""Measures the load generator against a simulated server whose truth is known."""
