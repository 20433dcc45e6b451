"""Makes the names that spaCy finds right for diplomatic news, by rule, one report read as a whole."""

from verbale.language.names.correct import correct_names

__all__ = ["correct_names"]
