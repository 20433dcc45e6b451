"""Nouns that stand in a row: "provides for safe corridors, a centre in Istanbul and inspections of ships".

Read off the surface, between commas: a parser hangs the second and third noun of a row from whatever stands nearest.
"""

from verbale.language.parse import Doc, Token

MOST_SINGLE = 2  # "cooperation in steel, fuel, energy and space" is one thing
_BEGINS = frozenset({"DT", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "PRP$", "VBN", "PDT"})
_BREAKS = frozenset({"but", "while", "though", "although", "after", "because", "as", "if", "where", "when", "who"})
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})


def nouns_in_row(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """Token ranges of the nouns listed between `start` and `end`; none where no comma parts two of them."""
    end = _end_of_row(doc, start, end)
    commas = [token.i for token in doc[start:end] if token.text in {",", ";"}]
    bounds = [start]
    for comma in commas:
        first = comma + 1 + (comma + 1 < end and doc[comma + 1].lower_ in {"and", "or"})
        if first < end and _begins(doc[first]):
            bounds.append(first)
    if len(bounds) == 1:
        return []
    if doc[bounds[-1] - 1].lower_ not in {"and", "or"}:
        joiners = [token.i for token in doc[bounds[-1] : end - 1] if token.lower_ in {"and", "or"}]
        last = next((joiner for joiner in reversed(joiners) if _begins_anew(doc[joiner + 1])), None)
        if last is None:
            return []  # "a truce, the first in years": no row
        bounds.append(last + 1)
    rows = [(first, _trimmed(doc, first, after)) for first, after in zip(bounds, (*bounds[1:], end), strict=True)]
    single = sum(last - first == 1 for first, last in rows)
    return rows if single < MOST_SINGLE else []


def _begins(token: Token) -> bool:
    return token.tag_ in _BEGINS and token.lower_ not in {"including", "according", "such"}


def _begins_anew(token: Token) -> bool:
    """ "and a fund", "and inspections", not "in and out"."""
    return _begins(token) and not (token.tag_ in {"NN", "NNP"} and token.dep_ == "conj" and token.ent_type_ == "GPE")


def _end_of_row(doc: Doc, start: int, end: int) -> int:
    """The comma before what is no noun of the row: "…, but", "…, which", "…, officials said"."""
    for position in range(start + 1, end - 1):
        if doc[position].text in {",", ";"}:
            after = doc[position + 1]
            after = doc[position + 2] if after.lower_ == "and" and position + 2 < end else after
            if after.lower_ in _BREAKS or after.tag_ in {"WDT", "WP", "WRB"} or _is_clause(doc, after.i, end):
                return position
    return end


def _is_clause(doc: Doc, start: int, end: int) -> bool:
    """ "…, officials said", "… and obliges both to stay": a verb of its own before the next comma."""
    for token in doc[start:end]:
        if token.text in {",", ";"}:
            return False
        verb = token if token.dep_ not in {"aux", "auxpass"} else token.head
        if token.tag_ in _FINITE and verb.dep_ not in {"relcl", "acl", "advcl", "amod"}:
            return True
    return False


def _trimmed(doc: Doc, start: int, end: int) -> int:
    while end > start + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].lower_ in {"and", "or"}):
        end -= 1
    return end
