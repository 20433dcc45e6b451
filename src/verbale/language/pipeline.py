"""Turns reports into Docs. With `loading`, the only place where a spaCy pipeline is loaded and run."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from spacy.tokens import Doc

from verbale.language.assembly import Parsed, assemble
from verbale.language.attachment import mend_heads
from verbale.language.levelling import Levelled, level, level_characters
from verbale.language.loading import DEFAULT_PIPELINE, load_pipeline
from verbale.language.names import correct_names
from verbale.language.pieces import pieces
from verbale.model import Report
from verbale.world import Case, World, load_world

__all__ = ["DEFAULT_PIPELINE", "analyse", "analyse_many", "pipeline_id"]

# Pieces of one report go through the pipeline this many at a time: enough to be fast, few enough to bound memory.
# Pieces of different reports are never mixed, so that a report's analysis does not depend on its company.
_BATCH = 32
# In corpora of given tokens: what stands without a space on both sides, and on the left.
_BOTH = frozenset({"-", "/"})
_JOINS = _BOTH | {"(", "$", "£", "€", "“", "‘"}
_JOINS_LEFT = frozenset({",", ".", ";", ":", "!", "?", ")", "%", "”"})


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
    cut = ((start, level(report.text[start:end])) for start, end in pieces(report))
    texts = ((levelled.text, (start, levelled)) for start, levelled in cut)
    parsed = (
        Parsed(start, levelled, doc) for doc, (start, levelled) in nlp.pipe(texts, as_tuples=True, batch_size=_BATCH)
    )
    doc, names = assemble(nlp.vocab, level_characters(report.text), parsed)
    return mend_heads(correct_names(doc, names, world))


def analyse_words(
    paragraphs: Sequence[Sequence[str]], world: World | None = None, pipeline: str = DEFAULT_PIPELINE
) -> Doc:
    """The Doc of a text that comes as paragraphs of given tokens, for corpora that have their own tokens.

    Tokens are set apart by a space except at hyphens and punctuation; paragraphs by a blank line. Without `world`
    the names are spaCy's own, uncorrected.
    """
    nlp = load_pipeline(pipeline)
    docs = [Doc(nlp.vocab, [level_characters(word) for word in words], _spaces(words)) for words in paragraphs if words]
    parsed: list[Parsed] = []
    text = ""
    for doc in nlp.pipe(docs, batch_size=_BATCH, disable=["verbale_given_names"]):
        text += "\n\n" if text else ""
        places = list(range(len(doc.text)))
        parsed.append(Parsed(len(text), Levelled(doc.text, places, [place + 1 for place in places]), doc))
        text += doc.text
    whole, names = assemble(nlp.vocab, text, parsed)
    return mend_heads(correct_names(whole, names, world))


def _spaces(words: Sequence[str]) -> list[bool]:
    """Whether a space follows each of `words`, as print has it."""
    letters = [len(word) == 1 and word.isupper() for word in words]
    abbreviated = [
        word == "." and 0 < i < len(words) - 1 and letters[i - 1] and letters[i + 1] for i, word in enumerate(words)
    ]
    return [
        not abbreviated[i]
        and word not in _JOINS
        and not (after in _BOTH or after in _JOINS_LEFT or after.startswith(("'", "’")))
        for i, (word, after) in enumerate(zip(words, [*words[1:], "."], strict=True))
    ]


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
