"""What the language step costs beside spaCy itself, in the same run, in processor time.

Usage: python benchmarks/language_speed.py PATH [--limit N]

PATH is a folder of news texts (*.txt), or one file. Printed are words a second, the share that everything around
spaCy adds to spaCy's own time on the same paragraphs, what two processes give over one, the time to load (imports
included, in a fresh process), and the peak memory of this process.
"""

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

from verbale.language import analyse, analyse_many
from verbale.language.loading import load_pipeline
from verbale.language.pieces import pieces
from verbale.model import Report
from verbale.world import load_world

LIMIT = 60


def reports(path: Path, limit: int) -> list[Report]:
    """The texts under `path` as reports, at most `limit`, drawn evenly from all."""
    files = sorted(path.rglob("*.txt")) if path.is_dir() else [path]
    step = max(1, len(files) // limit)
    return [Report(file.name, str(file), file.read_text("utf-8", "replace")) for file in files[::step][:limit]]


def spacy_alone(texts: list[list[str]]) -> float:
    """Seconds of processor time that spaCy takes for each report's paragraphs, without what is added to it here."""
    nlp = load_pipeline()
    start = time.process_time()
    with nlp.select_pipes(disable=["verbale_sentences"]):
        for paragraphs in texts:
            for _ in nlp.pipe(paragraphs, batch_size=32):
                pass
    return time.process_time() - start


def load_seconds() -> float:
    """Seconds from starting Python to having parsed one sentence."""
    code = (
        "from verbale.language import analyse; from verbale.world import load_world; from verbale.model import Report\n"
        "analyse(Report('r', 'r', 'Talks resumed.'), load_world())"
    )
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def measure(path: Path, limit: int = LIMIT) -> dict[str, float]:
    """The figures by name; shares in percent, times in seconds, memory in MB."""
    batch, world = reports(path, limit), load_world()
    analyse(batch[0], world)
    texts = [[report.text[start:end] for start, end in pieces(report)] for report in batch]
    rounds = []
    words = 0
    for _ in range(3):
        alone = spacy_alone(texts)
        start = time.process_time()
        words = sum(len(analyse(report, world)) for report in batch)
        rounds.append((alone, time.process_time() - start))
    alone, ours = min(first for first, _ in rounds), min(second for _, second in rounds)
    speeds = []
    for processes in (1, 2):
        # A first pass starts the processes and loads the pipeline in them; it is not counted for either.
        start = time.perf_counter()
        run = analyse_many(batch * 3, world, processes=processes)
        for _ in range(2 * processes):
            next(run)
        start, rest = time.perf_counter(), sum(1 for _ in run)
        speeds.append(rest / (time.perf_counter() - start))
    return {
        "words a second": round(words / ours),
        "around spaCy, % of its time": round(100 * (ours - alone) / alone, 1),
        "two processes over one": round(speeds[1] / speeds[0], 2),
        "load, seconds": round(load_seconds(), 2),
        "peak memory, MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--limit", type=int, default=LIMIT, help="how many texts to take")
    given = parser.parse_args()
    for name, figure in measure(given.path, given.limit).items():
        print(f"{name:32}{figure:10.2f}")


if __name__ == "__main__":
    main()
