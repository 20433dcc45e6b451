"""Verbale keeps the record of a negotiation from the news that reports it."""
