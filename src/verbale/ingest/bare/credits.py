"""Credits of pictures, by their form: what stands behind the last sentence of a caption, or on a line of its own."""

import re
from functools import cache

from verbale.ingest.word_lists import lines_of, words_of

# A credit alone, without a word on what the picture shows; it has no more words than these.
CREDIT_WORDS = 8
_CREDIT_ALONE = re.compile(
    r"^(?:(?:main|lead|top|cover|header) )?(?:photo(?:graph)?s?|image|picture|credit|pic)s?(?: credit)?"
    r"\s*(?::|by\b|courtesy\b)",
    re.IGNORECASE,
)
_LONGEST, _IN_CAPITALS = 9, 6
_SLASH = re.compile(r"\s*/\s*")
_DASH = re.compile(r"\s+[-–—]\s+")
_AGENCY_BESIDE = re.compile(r"[/,|:]| via | - ")
# A label parts from what it labels by a mark, "by" or "courtesy": "Picture credit: …", "Credit...Name", "Source | …".
_LABEL = re.compile(
    r"(?P<label>[^\W\d_]+)(?: (?:credits?|source))?\s*"
    r"(?P<mark>:|\.{3}|…|\||/|\bby\b|\bcourtesy\b(?: of\b)?:?|\bof\b)\s*\S",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:©|\([cC]\))\s*(?P<owner>\S.*)$")
_EDGES = " .,:;|/-–—\"'“”‘’()[]"
_ACRONYM = re.compile(r"[A-Z]{2,6}$")


@cache
def _words(kind: str) -> frozenset[str]:
    """The words of this kind in data/credit_words.tsv."""
    return words_of("credit_words.tsv", kind)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(line.strip() for line in lines_of("credits.tsv"))


@cache
def _agency_words() -> frozenset[str]:
    """The words of which one stands in any known credit."""
    return frozenset(word for credit in _agencies() for word in _parted(credit))


def _parted(words: str) -> list[str]:
    """Words without the marks that may stand by a credit (one by one: several times as fast as a pattern)."""
    words = words.replace(".", " ").replace("/", " ").replace(",", " ").replace("|", " ").replace("-", " ")
    if not words.isascii():
        words = words.replace("–", " ").replace("—", " ").replace("…", " ")
    return words.replace("!", " ").replace("?", " ").split()


def may_credit_agency(words: str) -> bool:
    """Whether a word of these stands in a known credit: what is cheap to ask first."""
    return not _agency_words().isdisjoint(_parted(words))


def is_agency(words: str) -> bool:
    """Whether `words` name a picture agency, alone or with a photographer ("AP Photo/J. Smith")."""
    known = _agencies()
    if words.strip(" .") in known:
        return True
    parts = _AGENCY_BESIDE.split(words)
    return len(parts) > 1 and any(part.strip(" .") in known for part in parts)


def is_bare_agency(words: str) -> bool:
    """Whether `words` name an agency and nothing else, as wire copy is signed at its end ("(Yonhap)")."""
    words = words.strip(_EDGES)
    return words in _agencies() or _ACRONYM.match(words) is not None


def is_credit_alone(text: str, known: bool) -> bool:
    """Whether a line says whose a picture is, and nothing of what it shows: "Photograph: Name/Agency", or names alone
    where the agency is known."""
    if text.count(" ") >= CREDIT_WORDS:
        return False
    words = re.findall(r"[^\W\d_]+", text) if known else []
    return _CREDIT_ALONE.match(text) is not None or (known and all(word[0].isupper() for word in words))


def is_credit_only(text: str) -> bool:
    """Whether a line is a credit in its full form and nothing else: "© AGENCY / POOL", "(Image: Name / Agency)"."""
    words = text.strip("[]() ")
    known = (
        is_agency(words) or (words[:1] in "©(" and _RIGHTS.match(words)) or (words != text and has_credit_form(words))
    )
    return bool(known) and (_is_names(words.replace("/", " ").replace("|", " ").strip("©: ")) or opens_credit(words))


def opens_credit(text: str) -> bool:
    """Whether a line opens with a label as credits do."""
    return _CREDIT_ALONE.match(text) is not None


def has_credit_form(tail: str) -> bool:
    """Whether what stands behind a caption's last sentence, or in brackets at its end, has the form of a credit,
    whosever it is: names parted by a slash, a word for a picture behind or before a name, an owner's sign."""
    tail = tail.strip()
    rights = _RIGHTS.match(tail) if tail[:1] in "©(" else None
    if rights:
        return all(map(_is_names, _SLASH.split(rights["owner"])))
    words = tail.strip(_EDGES).split()
    if not 0 < len(words) <= _LONGEST:
        return False
    if " ".join(words).lower() in _words("alone"):
        return True
    label = _LABEL.match(tail)
    if label and label["label"].lower() in _words("label"):
        if label["mark"] == "|":  # "Video | Photo | Audio" is a bar of links
            return not any(part.lower() in _words("label") for part in re.findall(r"\w+", tail[label.end("mark") :]))
        return label["mark"] != "of" or label["label"].lower() == "courtesy"
    if tail.endswith("."):
        return False
    for sign, parting in (("/", _SLASH), ("-–—", _DASH)):
        parts = parting.split(tail) if any(map(tail.__contains__, sign)) else []
        if len(parts) > 1:
            return len(parts) < 5 and all(map(_is_part, parts)) and any(part[:1].isupper() for part in parts)
    if words[-1].lower() in _words("noun"):
        return len(words) <= 6 and _is_names(" ".join(words[:-1]))
    return " for " in tail and _is_names(tail)


def is_picture_word(words: str) -> bool:
    """Whether `words` are one word for pictures, of more than one of them."""
    return words.lower() in _words("noun") and words[-1] in "sS"


def is_in_capitals(tail: str) -> bool:
    """Whether what stands behind a caption's last sentence is a few names in capitals ("LUIS ORDWAY, THE STAR")."""
    known = len(tail) > 2 and len(tail.split()) <= _IN_CAPITALS and tail.isupper()
    return known and tail[0].isalpha() and tail[-1].isalpha()


def _is_part(words: str) -> bool:
    return words.lower() in _words("alone") | _words("label") | _words("noun") or _is_names(words)


def _is_names(words: str) -> bool:
    """Whether words are names, or what joins them in a credit."""
    parts = words.split()
    known = _words("joins") | _words("noun")
    capital = [part[:1].isupper() or part[:1] in "@(" for part in parts]
    small = [part.lower().strip(",") in known for part in parts]
    return any(capital + small) and all(map(any, zip(capital, small, strict=True)))
