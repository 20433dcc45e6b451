"""Cross-document event coreference on ECB+, mentions given, singletons kept, topic by topic.

    python benchmarks/ecb.py PATH [--topics 2,5,12]

PATH is the folder ECB+ (or the one that holds it). Without --topics: topics 36 to 45 where they are there. Prints MUC,
B3, CEAF-e and CoNLL F1 of `verbale.resolve.mentions`, and of a baseline that joins mentions of one head lemma. The
weights that ship were learned on topics 1 to 35: for these, `benchmarks/ecb_train.py` gives the honest figures.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from coreference_scores import conll
from ecb_corpus import Document, read, topics_in
from verbale.language.loading import load_pipeline
from verbale.resolve.mention_features import EventMention, head_of, lemma
from verbale.resolve.mentions import same_events

# The weights that ship were learned on topics 1 to this.
LEARNED_TOPICS = 35
# A topic parsed: Docs, mentions, and each mention's gold cluster.
Topic = tuple[list[Doc], list[EventMention], np.ndarray]
Clusterer = Callable[[Sequence[Doc], Sequence[EventMention]], list[list[int]]]


def parsed(documents: Sequence[Document]) -> Iterator[Doc]:
    """Docs of tokenised documents, sentences as given."""
    nlp = load_pipeline()
    made = (
        Doc(
            nlp.vocab,
            words=list(d.words),
            sent_starts=[i == 0 or s != d.sentences[i - 1] for i, s in enumerate(d.sentences)],
        )
        for d in documents
    )
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name == "verbale_sentences"]):
        yield from nlp.pipe(made, batch_size=32)


def load(path: Path, topics: Sequence[str]) -> dict[str, Topic]:
    """The topics, parsed."""
    documents, mentions = read(path, topics)
    docs: dict[str, list[Doc]] = defaultdict(list)
    place: dict[str, int] = {}
    for document, doc in zip(documents, parsed(documents), strict=True):
        place[document.name] = len(docs[document.topic])
        docs[document.topic].append(doc)
    result = {}
    for topic in topics:
        own = [m for m in mentions if m.topic == topic]
        found = [EventMention(at := place[m.document], m.tokens, head_of(docs[topic][at], m.tokens)) for m in own]
        result[topic] = (docs[topic], found, np.array([m.cluster for m in own]))
    return result


def same_lemma(docs: Sequence[Doc], mentions: Sequence[EventMention]) -> list[list[int]]:
    """The baseline: mentions of one head lemma are one event."""
    clusters: dict[str, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        clusters[lemma(docs[mention.doc][mention.head])].append(i)
    return list(clusters.values())


def scores(topics: dict[str, Topic], clusterer: Clusterer = same_events) -> dict[str, float]:
    """Scores over all topics together."""
    gold: dict[str, list[tuple[str, int]]] = defaultdict(list)
    found: list[list[tuple[str, int]]] = []
    for topic, (docs, mentions, clusters) in topics.items():
        for i, cluster in enumerate(clusters):
            gold[f"{topic}:{cluster}"].append((topic, i))
        found += [[(topic, i) for i in group] for group in clusterer(docs, mentions)]
    return conll(list(gold.values()), found)


def measure(path: Path | str, topics: Sequence[str] = ()) -> dict[str, float]:
    """CoNLL F1 and its parts on `topics`, in per cent; by default the test topics where they are there, else all.

    Figures on topics that the weights were learned from say so in their names.
    """
    path = Path(path)
    there = topics_in(path / "ECB+" if (path / "ECB+").is_dir() else path)
    chosen = list(topics) or [topic for topic in there if int(topic) > LEARNED_TOPICS] or there
    loaded = load(path, chosen)
    known = " (topics learned from)" if any(int(topic) <= LEARNED_TOPICS for topic in chosen) else ""
    figures = {f"baseline {name}": value for name, value in scores(loaded, same_lemma).items()}
    return {f"{name}{known}": value for name, value in scores(loaded).items()} | figures


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--topics", default="", help="topics by number, parted by commas")
    arguments = parser.parse_args()
    chosen = [topic.strip() for topic in arguments.topics.split(",") if topic.strip()]
    for name, value in measure(arguments.path, chosen).items():
        print(f"{name:<32} {value:6.2f}")


if __name__ == "__main__":
    main()
