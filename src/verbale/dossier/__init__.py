"""The record as one HTML page."""

from verbale.dossier.page import render

__all__ = ["render"]
