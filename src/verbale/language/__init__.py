"""From a report's text to spaCy's analysis of it, with names and sentences made right. The only step that parses."""

from verbale.language.pipeline import analyse, analyse_many, pipeline_id

__all__ = ["analyse", "analyse_many", "pipeline_id"]
