"""Readers, one a format. A reader of single reports gives a `Page`; a reader of containers gives further `Source`s."""
