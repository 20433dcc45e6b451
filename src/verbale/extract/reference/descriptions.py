"""Sources without a name: "a senior diplomat", "two officials of the ministry"; which phrases are one, and of whom."""

from verbale.extract.reference.cast import Member
from verbale.extract.reference.late_parties import paragraph_party
from verbale.extract.reference.layout import first_of_coordination
from verbale.extract.reference.noun_phrases import Phrase
from verbale.extract.reference.report_home import home_of
from verbale.extract.reference.scene import Scene
from verbale.extract.reference.title_parties import body_by_usage, state_by_usage
from verbale.extract.reference.titles import speaks_aside

Meant = tuple[tuple[str, ...], bool]
NOBODY: Meant = ((), False)
_TAKEN_UP = 120  # tokens on that "the diplomat" is looked for


def parties_beside(scene: Scene, phrase: Phrase) -> list[Member]:
    """States and bodies named in the noun phrase: "Iranian", "Iran's", "his country's", "of Iran", "from Seoul"."""
    found: list[Member] = []
    for token in phrase.modifiers:
        entry = scene.party_entry_at(token.i)
        if entry is not None:
            found.append(scene.party_member(entry))
            continue
        found += [scene.cast.members[k] for k in scene.keys_at(token) if scene.cast.members[k].kind != "place"]
    return found


def is_source(scene: Scene, phrase: Phrase) -> bool:
    """True for a noun that speaks: subject of a verb of saying, or after "according to"."""
    top = first_of_coordination(phrase.head)
    if top.dep_ == "nsubj":
        return top.head.lemma_.lower() in scene.words.lists["verbs.speech"] or _taken_up(scene, phrase)
    if top.dep_ == "appos":
        return speaks_aside(top)
    return top.dep_ == "pobj" and top.head.lower_ == "to" and top.head.head.lower_ == "according"


def _taken_up(scene: Scene, phrase: Phrase) -> bool:
    """True for "A diplomat … disputed that", where the text goes on with "the diplomat"."""
    if phrase.definite or phrase.plural or scene.layout.quoted[phrase.head.i]:
        return False
    following = scene.doc[phrase.end : phrase.end + _TAKEN_UP]
    return any(
        token.lower_ == phrase.head.lower_ and token.nbor(-1).lower_ == "the" and token.dep_ != "compound"
        for token in following
    )


def described(scene: Scene, phrase: Phrase, party: str | None) -> Meant:
    name = phrase.description(scene.report.text)
    role = phrase.head.lemma_.lower()
    affiliation = next(
        (m.name for m in parties_beside(scene, phrase) if m.kind in {"government_body", "organisation"}), None
    )
    member = scene.cast.add(
        name,
        "unnamed",
        party=party or _party_in_context(scene, phrase) or _by_usage(scene, phrase),
        plural=phrase.plural,
        role_words={role},
        gender="" if phrase.plural else scene.words.role_gender.get(role, ""),
        affiliation=affiliation,
    )
    return (member.key,), False


def _party_in_context(scene: Scene, phrase: Phrase) -> str | None:
    """ "a presidential aide" in a paragraph about the presidential office: of that office's state."""
    official = scene.words.lists["official.adjectives"] & set(phrase.adjectives)
    return (paragraph_party(scene, phrase.head.i) or home_of(scene, phrase.head.i)) if official else None


def _by_usage(scene: Scene, phrase: Phrase) -> str | None:
    """ "a senior administration official": of the state that calls its government so."""
    told = (state_by_usage(scene, word) for word in phrase.adjectives)
    return next((party for party in told if party is not None), None) or body_by_usage(scene, phrase.modifiers)
