"""Measures aggregate beside other engines, on made-up trees of results."""
