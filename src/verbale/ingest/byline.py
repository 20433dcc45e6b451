"""Names in a byline: "By Lena Marhold in Vienna and Tomas Reyl, editor" is "Lena Marhold and Tomas Reyl"."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from verbale.ingest.english import small_words
from verbale.ingest.word_lists import words_of
from verbale.world import common_given_names
from verbale.world.tables import items, rows

_LEAD = re.compile(
    r"^(?:(?:live )?(?:written|reported|posted|published|story|text|words|report|reporting|writing|compiled"
    r"|prepared|filed|analysis|opinion|interview)\s+)?(?:by|author|authors|byline)\b\s*[:|]?\s*"
    r"|^(?:author|authors|reporter|writer|byline)s?\s*[:|]\s*"
    r"|^(?:about|contact) the (?:author|writer|reporter|correspondent)s?\b\s*[:|]\s*",
    re.IGNORECASE,
)
# Bounded and begun at a word's start, so that no long line takes long.
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
# A writer's name on a social network, with what leads to it.
HANDLE = re.compile(r"(?:\b(?:[Ff]ollow|[Tt]witter)\b:?\s*)?(?<![\w.])@\w{3,30}\b(?:\s+on \w+)?")
_PARTICLES = "van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ben|ter|af|av|zu|y|e"
_NAME_WORD = r"(?:[^\W\d_a-z][\w'’.-]*|(?:al|el|as|ash)-[^\W\d_][\w'’-]*)"
_NAME = re.compile(rf"{_NAME_WORD}(?: (?:(?:{_PARTICLES}) ){{0,2}}{_NAME_WORD}){{1,4}}")
_SINGLE = re.compile(rf"{_NAME_WORD}$")
_AND = re.compile(r"\s*(?:,\s*and\b|,|\band\b|\bwith\b|&|/)\s*", re.IGNORECASE)
_PLACE = r"[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){0,2}"
# What may stand around names on a line of their own that no "by" introduces: a dash, "Words:", "From … in Vienna",
# "… reports from Juba", brackets.
_PEOPLE = rf"{_NAME_WORD}(?: (?:(?:{_PARTICLES}) )?{_NAME_WORD}){{1,3}}"
_PEOPLE = rf"{_PEOPLE}(?:(?:, and |, | and | & ){_PEOPLE}){{0,3}}"
_PLACES = rf"{_PLACE}(?:(?:, | and |/){_PLACE})*"
_ROLE_WORDS = r"(?:(?:[Oo]ur|[Tt]he) )?(?:[^\W\d_]+ ){0,2}(?i:correspondent|editor|reporter),? "
_OWN_LINE = re.compile(
    rf"(?:(?i:words|text|story|report|reports|correspondent|interview)\s*:\s*|(?:--|—|–)\s*)(?P<named>{_PEOPLE})"
    rf"(?:,? in {_PLACES}|, {_PLACES})?\.?$"
    rf"|(?i:from|with) (?P<from>{_PEOPLE}),? in {_PLACES}(?: and (?:our )?(?:correspondents?|agencies)\b.{{0,60}})?$"
    rf"|(?P<text>{_PEOPLE}) \((?i:text|words|story|report)\)(?:,? .{{2,60}}\([^()]+\))?$"
    rf"|{_ROLE_WORDS}(?P<role>{_PEOPLE})(?:,? in {_PLACES})?$"
    rf"|(?P<reports>{_PEOPLE}) (?:reports?|reported|reporting) from {_PLACES}(?:,? and {_PEOPLE} from {_PLACES})*\.?$"
)
_IN_BRACKETS = re.compile(rf"[\[(](?P<named>{_PEOPLE})(?:,? in {_PLACES}|, {_PLACES}|/{_PLACES})?[\])]$")
_ROLE_FIRST = re.compile(rf"{_ROLE_WORDS}(?={_NAME_WORD} {_NAME_WORD})")
_WHERE = re.compile(
    rf"(?:\s+(?:reports? |reported |reporting )?(?:in|at|from)|\s*\()\s*{_PLACE}(?:(?: and |/){_PLACE}(?=[,;.)]|$))?\)?"
)
_BESIDE = re.compile(r"\s*(?:,|\||/|\(|•|·|\s[-–—](?=\s))?\s*(?P<words>[^,;|/()]{2,60})")
_LOWERED = re.compile(r"\b(?:AND|IN|WITH|AT|FROM)\b")
_AND_IN_CAPITALS = re.compile(r"\bAND\b")
_EDGES = " |,;:·•-–—()[]."
_LONGEST_TITLE = 5
_NO_FIRST_NAMES = frozenset(("the", "from", "with"))
_ARTICLES = frozenset(("a", "an", "the"))
_LONGEST_LINE, _LONGEST_COLLECTIVE, _LONGEST_OWN = 300, 70, 120


class Byline(Struct, frozen=True):
    """The writers that a line names, and what it says beside them and their places and roles. `told` is whether it
    names a place or role too."""

    names: tuple[str, ...]
    rest: str
    told: bool = False

    def __str__(self) -> str:
        return " and ".join(filter(None, (", ".join(self.names[:-1]), *self.names[-1:])))


NO_BYLINE = Byline((), "")


@lru_cache(maxsize=1024)
def has_byline_lead(line: str) -> bool:
    """Whether a line opens as bylines do ("By …", "Author: …"). A page's lines are asked several times."""
    head = line[:24].lower()
    likely = "by" in head or "author" in head or "reporter" in head or "writer" in head
    return (likely or " the " in head) and _LEAD.match(line.lstrip(_EDGES)) is not None


def own_line_byline(line: str, below: bool = False) -> Byline:
    """The writers that a line names without "by" in one of the forms that only bylines have ("Words: …", "-- …",
    "From … in Vienna", "… reports from Juba"); with `below`, for a line below the text, in brackets too. A colon or
    dash before words in title case may head anything, so that the people of the text are to be ruled out by others."""
    if len(line) > _LONGEST_OWN or not _may_be_own(line):
        return NO_BYLINE
    line = EMAIL.sub("", line).strip() if "@" in line else line
    found = _OWN_LINE.match(line) or (_IN_BRACKETS.match(line) if below else None)
    named = next(filter(None, found.groups()), "") if found else ""
    return read_byline(named) if named else NO_BYLINE


def _may_be_own(line: str) -> bool:
    """Whether a line has a mark or word without which it is no byline of its own."""
    marked = ":" in line or "(" in line or "[" in line or "—" in line or "–" in line or "--" in line
    if marked:
        return True
    line = line.lower()
    return "report" in line or "correspondent" in line or "editor" in line or "from " in line or "with " in line


def names_in_byline(line: str) -> str:
    """The names of the writers that a byline gives, without roles, dates and addresses; "" where it gives none."""
    return str(read_byline(line))


def read_byline(line: str) -> Byline:
    """The writers that a byline, or a line that may be one, names first."""
    text = line[:_LONGEST_LINE]
    text = HANDLE.sub(" ", EMAIL.sub(" ", text)) if "@" in text else text
    text = " ".join(text.split()).strip(_EDGES)
    for _ in range(2):  # "BYLINE: By …"
        text = _LEAD.sub("", text, count=1).strip(_EDGES)
    text = _LOWERED.sub(lambda word: word.group().lower(), text) if text.isupper() else text
    text = _without_role(_AND_IN_CAPITALS.sub("and", text))
    role = _ROLE_FIRST.match(text)
    text = text[role.end() :] if role else text
    if _SINGLE.match(text) and len(text) > 2 and not _words("role", "press", "paper", "other") & {text.lower()}:
        return Byline((_in_lower_case(text),), "")
    names: list[str] = []
    at, told, comma = 0, role is not None, False
    while found := _NAME.match(text, at):
        name = _name_in(found.group(), comma)
        if not name:
            break
        names.append(_in_lower_case(name.strip(" .")))
        at, beside = _past_roles(text, at + len(name))
        told = told or beside
        between = _AND.match(text, at)
        if not between:
            break
        at, comma = between.end(), between.group().strip() == ","
    return Byline(tuple(names), text[at:].strip(_EDGES), told)


def has_given_name(name: str) -> bool:
    """Whether a name of two or three words opens with a given name that is hardly ever anything else."""
    words = name.split(" ")
    return 2 <= len(words) <= 3 and words[0] in common_given_names()


def is_place(words: str) -> bool:
    """Whether `words` name a state, a region, a capital or another city."""
    return words.lower().removeprefix("the ") in _places()


def is_role_line(line: str) -> bool:
    """Whether a line says what somebody is at an outlet, and no more ("Health Editor")."""
    words = line.split(",")[0].split()
    return 0 < len(words) <= _LONGEST_TITLE and line[:1].isupper() and words[-1].lower().strip(".") in _words("role")


def is_press(words: list[str]) -> bool:
    """Whether words in lower case read like the name of an outlet ("the danube morning post")."""
    return bool(_words("press", "paper") & set(words)) or is_masthead(words)


def is_masthead(words: list[str]) -> bool:
    """Whether words in lower case are surely the name of an outlet, and of no section ("the lakes gazette")."""
    if len(words) > 2 and words[0] in _words("issuer") and "of" in words:
        return True
    return 1 < len(words) <= _LONGEST_TITLE and words[-1] in _words("paper", "title")


def is_beside(word: str) -> bool:
    """Whether a word in lower case stands beside bylines and mastheads, never in one ("contact", "latest")."""
    return word != "the" and (word in _words("other") or (word in small_words() and word not in _ARTICLES))


def _without_role(text: str) -> str:
    """A byline without what it calls its writers before it names them ("our correspondent …", "special to …")."""
    words = text.split(" ")
    who, kind = _collective()
    count = 0
    while count < len(words) - 1 and words[count].lower() in who | kind:
        count += 1
    return " ".join(words[count:]) if count and words[count - 1].lower() in who and words[count][:1].isupper() else text


def _name_in(words: str, comma: bool) -> str:
    """What of capitalised words may be a person's name: those before a role or an outlet. Behind a comma, what ends
    like an outlet's name is one."""
    parts = words.split(" ")
    lower = words.lower().split(" ")
    known = _words("role", "press", "paper", "other")
    end = next((number for number, word in enumerate(lower) if word in known), len(parts))
    if (
        end < 2
        or lower[0] in _NO_FIRST_NAMES
        or _words("paper") & set(lower)
        or is_place(" ".join(parts[:end]))
        or (comma and lower[end - 1] in _words("title"))
    ):
        return ""
    return " ".join(parts[:end])


def _past_roles(text: str, at: int) -> tuple[int, bool]:
    """Where the places, roles and outlets behind a name end, and whether there are any."""
    start = at
    where = _WHERE.match(text, at)
    at = where.end() if where else at
    while found := _BESIDE.match(text, at):
        words = found["words"].split(" and ")[0].strip(_EDGES)
        parts = words.lower().split()
        says = parts and (is_place(words) or _words("role") & set(parts) or is_press(parts))
        if not says:
            says = found.group().lstrip().startswith(",") and _SINGLE.match(words) is not None  # an unknown place
        if not says or parts[0] in ("and", "with", "&"):
            break
        at = found.start("words") + len(found["words"].split(" and ")[0])
    return at, at > start


def _in_lower_case(name: str) -> str:
    """A name that is printed in capitals as it is written elsewhere."""
    if not name.isupper() or len(name) < 4:
        return name
    words = name.title().split()
    particles = _PARTICLES.split("|")
    return " ".join(word.lower() if number and word.lower() in particles else word for number, word in enumerate(words))


@cache
def _words(*kinds: str) -> frozenset[str]:
    """The words of these kinds in data/byline_words.tsv."""
    return words_of("byline_words.tsv", *kinds)


@cache
def _places() -> frozenset[str]:
    names: list[str] = []
    for _, name, forms, *_ in rows("regions", 4):
        names += [name, *items(forms)]
    for _, cities in rows("cities", 2):
        names += items(cities)
    for _, name, forms, _, _, capitals, *_ in rows("states", 6):
        names += [name, *items(forms), *items(capitals)]
    return frozenset(form.strip().lower().removeprefix("the ") for name in names for form in name.split("="))


@cache
def _collective() -> tuple[frozenset[str], frozenset[str]]:
    """The words that end a collective byline, and those that may stand before them."""
    return words_of("collective_bylines.tsv", "who"), words_of("collective_bylines.tsv", "kind")


def collective_byline(line: str) -> str:
    """What stands for a writer's name on a line of its own where an outlet names none ("Staff writer", "By our
    diplomatic correspondent in Vienna"), as printed; "" where `line` says anything else."""
    who, kind = _collective()
    if len(line) > _LONGEST_COLLECTIVE or not any(map(line.lower().__contains__, who)):
        return ""
    line = _LEAD.sub("", " ".join(line.split()), count=1).strip(" |,;:·•-–—.")
    line = re.sub(r"^[Ff]rom (?=our\b)", "", line)
    words = re.sub(r" in [^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?$", "", line).lower().split()
    if not words or words[-1] not in who or not kind.issuperset(words[:-1]):
        return ""
    return line if len(words) > 1 or words[0] == "agencies" else ""
