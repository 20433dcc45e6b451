"""Turns reports into Docs. With `loading`, the only place where a spaCy pipeline is loaded and run."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from spacy.tokens import Doc

from verbale.language.assembly import Parsed, assemble
from verbale.language.levelling import level, level_characters
from verbale.language.loading import DEFAULT_PIPELINE, load_pipeline
from verbale.language.names import correct_names
from verbale.language.pieces import pieces
from verbale.model import Report
from verbale.world import Case, World, load_world

__all__ = ["DEFAULT_PIPELINE", "analyse", "analyse_many", "pipeline_id"]

# Pieces of one report go through the pipeline this many at a time: enough to be fast, few enough to bound memory.
# Pieces of different reports are never mixed, so that a report's analysis does not depend on its company.
_BATCH = 32


def pipeline_id(name: str = DEFAULT_PIPELINE) -> str:
    """Name and version of the pipeline that `name` loads, as the record keeps it. Raises VerbaleError."""
    meta = load_pipeline(name).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def analyse(report: Report, world: World, pipeline: str = DEFAULT_PIPELINE) -> Doc:
    """The Doc of `report.text`: same length, same offsets; characters may differ where quote marks and white space
    were levelled, so take every evidence text from `report.text`, never from the Doc.

    `doc.ents` hold corrected names with spaCy's labels; `ent.kb_id_` is the id of the world entry named, or "".
    Raises VerbaleError where the pipeline cannot be used. Time is linear in the text: no piece that is parsed is
    longer than `pieces.MAX_PIECE` characters.
    """
    nlp = load_pipeline(pipeline)
    cut = [(start, level(report.text[start:end])) for start, end in pieces(report)]
    parsed = [
        Parsed(start, levelled, doc)
        for doc, (start, levelled) in nlp.pipe(
            ((levelled.text, (start, levelled)) for start, levelled in cut), as_tuples=True, batch_size=_BATCH
        )
    ]
    doc, names = assemble(nlp.vocab, level_characters(report.text), parsed)
    return correct_names(doc, names, world)


def analyse_many(
    reports: Iterable[Report], world: World, pipeline: str = DEFAULT_PIPELINE, processes: int = 1
) -> Iterator[tuple[Report, Doc]]:
    """`analyse` for many reports, in their order; the result for each is the same as by itself, whatever the batch
    and the number of `processes`. Reports are taken from the iterable as they are needed.
    """
    if processes <= 1:
        for report in reports:
            yield report, analyse(report, world, pipeline)
        return
    vocab = load_pipeline(pipeline).vocab
    waiting: deque[tuple[Report, Future[bytes]]] = deque()
    context = get_context("forkserver" if os.name == "posix" else "spawn")
    with ProcessPoolExecutor(processes, context, initializer=_start, initargs=(pipeline, world.case)) as pool:
        for report in reports:
            waiting.append((report, pool.submit(_work, report)))
            if len(waiting) >= processes * 4:
                done, future = waiting.popleft()
                yield done, Doc(vocab).from_bytes(future.result())
        while waiting:
            done, future = waiting.popleft()
            yield done, Doc(vocab).from_bytes(future.result())


_worker: tuple[str, World] | None = None


def _start(pipeline: str, case: Case | None) -> None:
    global _worker
    _worker = (pipeline, load_world(case))
    load_pipeline(pipeline)


def _work(report: Report) -> bytes:
    assert _worker is not None
    pipeline, world = _worker
    return analyse(report, world, pipeline).to_bytes()
