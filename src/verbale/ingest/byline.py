"""Names in a byline: "By Lena Marhold and Tomas Reyl, Vienna correspondent" is "Lena Marhold and Tomas Reyl"."""

import re
from functools import cache
from importlib.resources import files

_LEAD = re.compile(
    r"^(?:(?:written|reported|posted|published|story|text|words|report|reporting|analysis|opinion|interview)\s+)?(?:by|author|authors|byline)\b\s*[:|]?\s*"
    r"|^(?:author|authors|reporter|writer|byline)s?\s*[:|]\s*",
    re.IGNORECASE,
)
# What every such opening holds, for a first look.
_LEADS = ("by", "author", "reporter", "writer")
# Bounded and begun at a word's start, so that no long line takes long.
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|ter|af|av|zu|y|e)"
_NAME_WORD = r"(?:[^\W\d_a-z][\w'’.-]*|(?:al|el|as|ash)-[^\W\d_][\w'’-]*)"
_NAME = rf"{_NAME_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_NAME_WORD}){{1,4}}"
_NAMES = re.compile(rf"{_NAME}(?:(?:,| and| &|, and) {_NAME}){{0,5}}")
_LONGEST_COLLECTIVE = 70
_SINGLE = re.compile(rf"^{_NAME_WORD}$")
_NOT_NAMES = re.compile(
    r"(?<![-\w])(?:staff|desk|editor|editors|correspondent|correspondents|reporter|writer|bureau|team|newsroom|admin|agencies|agency|"
    r"news|updated|published|posted|min|read|share|follow|view|comment|comments|email|twitter|facebook|january|february|march|"
    r"april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?![-\w])",
    re.IGNORECASE,
)


def has_byline_lead(line: str) -> bool:
    """Whether a line opens as bylines do ("By …", "Author: …")."""
    head = line[:24].lower()
    return any(word in head for word in _LEADS) and _LEAD.match(line) is not None


def names_in_byline(line: str) -> str:
    """The names of the writers that a byline gives, without roles, dates and addresses; "" where it gives none."""
    line = EMAIL.sub(" ", line)
    if line.isupper():
        line = line.title()
    line = _LEAD.sub("", " ".join(line.split()), count=1).strip(" |,;:·•-–—(")
    match = _NAMES.match(line[:300])
    if not match:
        return line if _SINGLE.match(line) and not _NOT_NAMES.search(line) and len(line) > 2 else ""
    parts = re.split(r"(,? and |, | & )", match.group())
    kept = ""
    for number in range(0, len(parts), 2):
        if _NOT_NAMES.search(parts[number]):
            break
        kept += (parts[number - 1] if number else "") + parts[number]
    return kept.strip(" ,;.-") if " " in kept.strip() else ""


@cache
def _collective() -> tuple[frozenset[str], frozenset[str]]:
    """The words that end a collective byline, and those that may stand before them."""
    lines = (files("verbale.ingest") / "data" / "collective_bylines.tsv").read_text("utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    who, kind = (frozenset(word for name, word in pairs if name == wanted) for wanted in ("who", "kind"))
    return who, kind


def collective_byline(line: str) -> str:
    """What stands for a writer's name on a line of its own where an outlet names none ("Staff writer", "By our
    diplomatic correspondent in Vienna"), as printed; "" where `line` says anything else."""
    if len(line) > _LONGEST_COLLECTIVE:
        return ""
    line = _LEAD.sub("", " ".join(line.split()), count=1).strip(" |,;:·•-–—.")
    line = re.sub(r"^[Ff]rom (?=our\b)", "", line)
    words = re.sub(r" in [^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?$", "", line).lower().split()
    who, kind = _collective()
    if not words or words[-1] not in who or not kind.issuperset(words[:-1]):
        return ""
    return line if len(words) > 1 or words[0] == "agencies" else ""
