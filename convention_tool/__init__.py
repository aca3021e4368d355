"""Reads, compares, checks and publishes drafts of international conventions."""
