"""Agreements told of by another word than their own: "The one that they signed …", "…, known as GSOMIA"."""

from collections.abc import Sequence
from dataclasses import replace

from verbale.extract.actors import ActorIndex
from verbale.extract.agreeing.days import date_of
from verbale.extract.agreeing.making import makers_of
from verbale.extract.agreeing.naming import Naming
from verbale.extract.agreeing.parties import parties_of
from verbale.extract.agreement_words import WORDS
from verbale.language.parse import Doc, Token
from verbale.model import Report, TimeMention, span_of

SHORTEST = 3  # letters of an acronym


def the_one(doc: Doc, report: Report, index: ActorIndex, times: tuple[TimeMention, ...], token: Token) -> Naming | None:
    """ "Pacts between A and B die young. The one that they signed on 17 October …": a deal of the kind named before."""
    if token.lower_ != "one" or [left.lower_ for left in token.lefts if left.dep_ == "det"] != ["the"]:
        return None
    before = doc[max(token.sent.start - 1, 0)].sent if token.sent.start else None
    nouns = [noun for noun in before or () if noun.tag_ == "NNS" and noun.lemma_.lower() in WORDS.nouns]
    makers = makers_of(token)
    if not nouns or not makers:
        return None
    noun = nouns[0]
    return Naming(
        head=noun,
        name=noun.lemma_.lower(),
        named=False,
        made=True,
        definite=False,
        span=span_of(report.text, token.left_edge.idx, makers[0].idx + len(makers[0])),
        parties=parties_of(doc, index, token, makers) or parties_of(doc, index, noun, ()),
        date=date_of(doc, token, makers, times),
        told_made=True,
        makers=tuple(makers),
    )


def by_acronym(
    doc: Doc, report: Report, index: ActorIndex, times: tuple[TimeMention, ...], namings: Sequence[Naming]
) -> list[Naming]:
    """`namings`, those with an acronym ("their agreement on fishing, known as KURFA") under it, and what the report
    tells where it uses the acronym alone ("KURFA was signed in 2009")."""
    short = {at: acronym for at, naming in enumerate(namings) if (acronym := _acronym(naming.head)) is not None}
    if not short:
        return list(namings)
    found = [replace(n, named=True, name=short[at].text) if at in short else n for at, n in enumerate(namings)]
    told = {token.i for token in short.values()}
    for token in doc:
        if token.i not in told and token.text in {one.text for one in short.values()} and token.dep_ != "compound":
            makers = makers_of(token)
            found.append(
                Naming(
                    head=token,
                    name=token.text,
                    named=True,
                    made=True,
                    definite=True,
                    span=span_of(report.text, token.idx, token.idx + len(token)),
                    parties=parties_of(doc, index, token, makers),
                    date=date_of(doc, token, makers, times),
                    told_made=bool(makers),
                    makers=tuple(makers),
                )
            )
    return sorted(found, key=lambda naming: naming.head.i)


def _acronym(head: Token) -> Token | None:
    for called in head.rights:
        if called.dep_ == "acl" and called.tag_ == "VBN" and called.lemma_.lower() in WORDS.calls:
            below = [noun for child in called.rights if child.lower_ == "as" for noun in child.rights]
            names = [noun for noun in (*below, *called.rights) if noun.text.isupper() and len(noun) >= SHORTEST]
            return names[0] if names else None
    return None
