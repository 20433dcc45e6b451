"""Plain words for codes: what an act is called where a reader sees it."""

from verbale.model import ActRow

ACT_LABELS = {
    "AGREE": "agreement",
    "CONSULT": "meeting",
    "SUPPORT": "support",
    "CONCEDE": "concession",
    "COOPERATE": "cooperation",
    "AID": "aid",
    "RETREAT": "step back",
    "REQUEST": "request",
    "ACCUSE": "accusation",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "show of force",
    "COERCE": "coercion",
    "ASSAULT": "attack",
}
OUTCOME_LABELS = {
    "agreement": "ended with an agreement",
    "progress": "made progress",
    "none": "ended without a result",
    "broke off": "broke off",
}
ANSWER_LABELS = {"accepted": "accepted", "refused": "refused", "partial": "met in part", "none": "no answer"}


def join(names: tuple[str, ...] | list[str], last: str = "and") -> str:
    """ "A", "A and B", "A, B and C"; "" for none."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def what_of(act: ActRow) -> str:
    """What the act is called: the report's noun for it, else the label of its type."""
    return act.what or ACT_LABELS[act.type]


def who_of(act: ActRow) -> str:
    """Who did it to whom: "A → B", or for a meeting all who took part; people in brackets where they are known."""
    sides = [join(act.sources), join(act.targets)]
    if act.type == "CONSULT":
        parties = join((*act.sources, *(name for name in act.targets if name not in act.sources)))
    else:
        parties = " → ".join(side or "?" for side in sides) if sides[1] else sides[0]
    people = [name for name in act.people if name not in (*act.sources, *act.targets)]
    if not parties:
        return join(people)
    return f"{parties} ({join(people)})" if people else parties
