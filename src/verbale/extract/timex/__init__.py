"""Expressions of time, from their words to days on the calendar: match, read, anchor, bound."""
