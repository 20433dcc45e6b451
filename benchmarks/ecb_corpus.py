"""Reads ECB+ (Cybulska and Vossen 2014, CC-BY 3.0): event mentions of the validated sentences, and their clusters."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree


@dataclass(frozen=True, slots=True)
class EventMention:
    """A mention of an event: its document, the indices of its tokens there, and its gold cluster."""

    id: str
    topic: str
    document: str
    tokens: tuple[int, ...]
    sentence: int
    cluster: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as tokenised: words, and the number of the sentence that each stands in."""

    name: str
    topic: str
    words: tuple[str, ...]
    sentences: tuple[int, ...]


def topics_in(path: Path) -> list[str]:
    """Names of the topics that lie under `path`, in order of number."""
    return sorted((p.name for p in path.iterdir() if p.is_dir() and p.name.isdigit()), key=int)


def read(path: Path, topics: Iterable[str]) -> tuple[list[Document], list[EventMention]]:
    """Documents of `topics` with their event mentions. `path` is the folder ECB+, or the one that holds it.

    Only the sentences listed in ECBplus_coreference_sentences.csv count, as its authors advise.
    """
    folder = path / "ECB+" if (path / "ECB+").is_dir() else path
    with (folder.parent / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as lines:
        valid = {(row["Topic"], row["File"], int(row["Sentence Number"])) for row in csv.DictReader(lines)}
    documents, mentions = [], []
    for topic in topics:
        for file in sorted((folder / topic).glob("*.xml")):
            document, found = _document(file, topic, valid)
            documents.append(document)
            mentions.extend(found)
    return documents, mentions


def _document(file: Path, topic: str, valid: set[tuple[str, str, int]]) -> tuple[Document, list[EventMention]]:
    root = etree.parse(str(file), etree.XMLParser(resolve_entities=False, recover=True)).getroot()
    tokens = root.findall("token")
    index = {token.get("t_id"): i for i, token in enumerate(tokens)}
    words = tuple((token.text or "_").strip() or "_" for token in tokens)
    sentences = tuple(int(token.get("sentence", "0")) for token in tokens)
    part = file.stem.split("_", 1)[1]
    marked: dict[str, tuple[int, ...]] = {}
    for mark in root.find("Markables"):
        if isinstance(mark.tag, str) and mark.tag.startswith(("ACTION", "NEG_ACTION")):
            anchors = tuple(
                sorted(index[a.get("t_id")] for a in mark.findall("token_anchor") if a.get("t_id") in index)
            )
            if anchors:
                marked[mark.get("m_id")] = anchors
    cluster: dict[str, str] = {}
    for relation in root.find("Relations"):
        cross = relation.tag == "CROSS_DOC_COREF"
        name = f"{topic}:{relation.get('note')}" if cross else f"{file.stem}:{relation.get('r_id')}"
        for source in relation.findall("source"):
            cluster[source.get("m_id")] = name
    found = [
        EventMention(
            f"{file.stem}:{mark}",
            topic,
            file.stem,
            anchors,
            sentences[anchors[0]],
            cluster.get(mark, f"{file.stem}:{mark}"),
        )
        for mark, anchors in marked.items()
        if (topic, part, sentences[anchors[0]]) in valid
    ]
    return Document(file.stem, topic, words, sentences), found
