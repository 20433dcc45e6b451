"""When two accounts tell of one act: what rules it out, and how many points speak for it.

The points and thresholds are explained in docs/decisions/merging.md. Nothing here looks at more than two accounts;
`clusters` puts many together.
"""

from verbale.resolve.sketches import ActSketch, is_person

# Points that a pair needs to be one act.
NEEDED = 3.5
# Fewer for an ask: it is told again for months, mostly without its day, and known by what is asked.
NEEDED_ASK = 3.0
# A gap of a day between two accounts of one act: time zones, "Saturday" for a night session.
NEAR_DAYS = 1
# What a report tells without a day is mostly news of this many days, but for meetings, told as background for long.
NEWS_DAYS = 1
# Bounds wider than this are vague: such an account joins a dated act; two vague ones are held together by little.
VAGUE_DAYS = 10
# Wider than a month and a half, bounds say little of when.
MONTHS_DAYS = 45
# Wider than this says nothing of when.
UNDATED_DAYS = 400
# Share of words by chance: two subjects must have more than this in common to speak for one act.
CHANCE_OVERLAP = 0.34
# So many words of its subject, and the same sides, tell that an ask is told again, which is done for months.
SAME_WORDS = 3
# Points for one subject in all words, and points off where two subjects share no more than chance: fewest where a party
# does few such things in a day.
SAME_SUBJECT = 2.0
OTHER_SUBJECT = {"ask": 3.0, "blame": 1.0, "threat": 1.0}
OTHER_SUBJECT_ELSE = 0.5
# Points off for a subject of a single word that the other has not, of acts on nobody; twice as many for asks.
OTHER_WORD = 1.0

# Status of acts that have not happened: one with their happening only where a day was set for them.
AHEAD = frozenset({"planned", "hypothetical", "cancelled", "refused"})
HAPPENED = frozenset({"happened", "ongoing"})
# Two acts that one report tells apart need more than this in common.
SAME_REPORT_OVERLAP = 0.6
# Acts known by what they are about; meetings and fighting are known by when and where.
BY_SUBJECT = frozenset(
    {"ask", "blame", "refusal", "threat", "pressure", "help", "yielding", "accord", "praise", "protest"}
)


def ahead(act: ActSketch) -> bool:
    """True for an act that is to come, may come or was called off. An ask refused was made all the same."""
    return act.status in AHEAD and not (act.family == "ask" and act.status == "refused")


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that the other holds too (Szymkiewicz-Simpson), 0 where either is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _about(a: ActSketch, b: ActSketch) -> float:
    """How far two subjects are one; a single word in common with a longer subject counts for little. What the act is
    called belongs to its subject where the other's subject says it ("a ceasefire", "declared a truce: a ceasefire")."""
    one, other = a.about | (a.what & b.about), b.about | (b.what & a.about)
    shared = len(one & other)
    if not shared:
        return 0.0
    share = shared / min(len(one), len(other))
    return share * 0.7 if shared == 1 and max(len(one), len(other)) > 1 else share


def gap(a: ActSketch, b: ActSketch) -> int:
    """Days between two bounds, 0 where they overlap; open bounds overlap everything on their side."""
    after = (b.first - a.last) if b.first is not None and a.last is not None else 0
    before = (a.first - b.last) if a.first is not None and b.last is not None else 0
    return max(after, before, 0)


def _days_differ(a: ActSketch, b: ActSketch) -> bool:
    """True where one account has no date, and what its words tell of the day ("on Friday", "Feb. 28") fits no day of
    the other's: what two outcomes of one series of talks share in place and subject does not make them one."""
    if a.recurring is None and b.recurring is None:
        return False
    if a.recurring is not None and b.recurring is not None:
        return a.recurring.apart(b.recurring, NEAR_DAYS)
    vague, other = (a, b) if a.recurring is not None else (b, a)
    if vague.recurring is None or other.first is None or other.last is None or other.width > UNDATED_DAYS:
        return False
    return not vague.recurring.falls(other.first - NEAR_DAYS, other.last + NEAR_DAYS)


def _places_differ(a: ActSketch, b: ActSketch) -> bool:
    """Two places that are not one and of which neither lies in the other, as "Prague Castle" does in "Prague"."""
    if a.place is None or b.place is None or a.place[0] == b.place[0]:
        return False
    one, other = set(a.place[0].split()), set(b.place[0].split())
    if a.place[1] == b.place[1] and a.place[0] != a.place[1] != b.place[0] and (one <= other or other <= one):
        return False
    if a.place[1] and a.place[1] == b.place[1]:
        return a.place[0] != a.place[1] and b.place[0] != b.place[1]
    return bool(a.place[1] and b.place[1])


def _may_be_one(one: frozenset[str], other: frozenset[str], a: ActSketch, b: ActSketch) -> bool:
    """True where a side of `a` and one of `b` share a party, or one of them has a party that is not known and may be
    one of the other's: one that does not take part in its own act elsewhere, and not another person by name."""
    if not one or not other or one & other:
        return True
    strangers = ((x, y) for x in a.unknown & one for y in other - a.parties)
    others = ((x, y) for x in b.unknown & other for y in one - b.parties)
    return any(not (is_person(x) and is_person(y)) for x, y in (*strangers, *others))


def _shared_parties(a: ActSketch, b: ActSketch) -> frozenset[str]:
    """The parties that both name, without those that are not known."""
    return (a.parties & b.parties) - a.unknown


def linked(a: ActSketch, b: ActSketch) -> bool:
    """True where something names one act in two reports: a party, a person, a place that both name, a subject in more
    words than one, or, for an act that names no party, that both reports are on the same two. What is alike in nothing
    but its day and its type is told of two matters."""
    if a.report == b.report or _shared_parties(a, b) or a.people & b.people:
        return True
    if a.place and b.place and a.place[0] == b.place[0]:
        return True
    if not (a.parties - a.unknown and b.parties - b.unknown) and len(a.matter & b.matter) > 1:
        return True  # "the treaty was signed on Monday", in two reports on the same two parties
    return len(a.about & b.about) > 1 and overlap(a.about, b.about) > CHANCE_OVERLAP


def _tables_differ(a: ActSketch, b: ActSketch) -> bool:
    """True where two meetings have fewer than two parties in common."""
    shared, fewest = len(a.parties & b.parties), min(len(a.parties), len(b.parties))
    if a.unknown or b.unknown:
        shared += max(len(a.unknown - b.parties), len(b.unknown - a.parties))
    return fewest > 0 and shared < min(2, fewest)


def _parties_differ(a: ActSketch, b: ActSketch) -> bool:
    if a.family == "meeting":
        return _tables_differ(a, b)
    shared = _shared_parties(a, b)
    if a.family != "accord" and shared and not shared & (a.sources & b.sources | a.targets & b.targets):
        return True  # what one does to another is not what the other does
    if not _may_be_one(a.sources, b.sources, a, b) and not (a.doers & b.doers):
        # Accords have no direction: "A and B agreed" and "B agreed with A" are one.
        return not (a.family == "accord" and a.parties & b.sources and b.parties & a.sources)
    if a.family == "accord":
        several = min(len(a.sources), len(b.sources)) > 1 and all(map(is_person, a.unknown | b.unknown))
        return (several and len(a.parties & b.parties) < 2) or not _may_be_one(a.parties, b.parties, a, b)
    return not _may_be_one(a.targets, b.targets, a, b)


def contradict(a: ActSketch, b: ActSketch, phases: bool = True) -> bool:
    """True where nothing could make the two accounts tell of one act; without `phases`, of one act as planned and as
    it happened."""
    if a.family != b.family or a.means != b.means or (phases and ahead(a) != ahead(b)):
        return True
    if a.level and b.level and a.level != b.level:
        return True
    if not linked(a, b):
        return True
    if a.report == b.report and a.at == b.at:
        return True  # "asked for talks and for grain": the reader of that report told two acts apart
    if gap(a, b) > NEAR_DAYS or _places_differ(a, b) or _days_differ(a, b):
        return True
    if a.level == b.level == "leaders" and a.people and b.people and not a.people & b.people:
        return True
    return _parties_differ(a, b) or _others_did(a, b) or _other_matter(a, b)


def _others_did(a: ActSketch, b: ActSketch) -> bool:
    """True where two named people each did it, or had it done to them: what the president condemned, and the prime
    minister, are two acts of one party. Meetings and accords are told by one delegate or another."""
    if a.family in ("meeting", "accord"):
        return False
    return _apart(a.doers, b.doers) or _apart(a.done_to, b.done_to)


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


def _other_matter(a: ActSketch, b: ActSketch) -> bool:
    """True where a party that acts on nobody does two things: a government promises, refuses and deplores more than one
    matter a day. Where both accounts name the same other side, two wordings of a subject may have no word in common."""
    if a.family not in BY_SUBJECT or len(_shared_parties(a, b)) > 1:
        return False
    return min(len(a.about), len(b.about)) > 1 and not a.about & b.about


def told_when_due(plan: ActSketch, done: ActSketch) -> bool:
    """True for an account without a day, told while or soon after what was planned for certain days was due."""
    if plan.first is None or plan.last is None or done.told is None or plan.width > VAGUE_DAYS:
        return False
    return done.width > UNDATED_DAYS and plan.first <= done.told <= plan.last + VAGUE_DAYS


def _recency(dated: ActSketch, undated: ActSketch) -> float:
    """Points for an undated account that was told soon after the dated act (or, of one to come, soon before)."""
    if undated.told is None or dated.last is None or dated.width > MONTHS_DAYS:
        return 0.0
    days = undated.told - dated.last
    if ahead(dated) and not ahead(undated) and told_when_due(dated, undated):
        return 1.0
    if ahead(dated):
        return 0.5 if -90 <= days <= 0 else 0.0
    if 0 <= days <= NEWS_DAYS and dated.width <= NEAR_DAYS and dated.family != "meeting":
        return 2.0
    return 1.0 if 0 <= days <= 10 else 0.5 if 0 <= days <= 30 else 0.0


def _told_together(a: ActSketch, b: ActSketch) -> float:
    """Points for two undated accounts in reports of about the same day: news of that day, most likely. Meetings are
    told as background for long, and one report's two undated accounts say nothing by being in it."""
    if a.told is None or b.told is None or a.report == b.report:
        return 0.0
    days = abs(a.told - b.told)
    if a.family == "meeting":
        return 1.0 if days <= 2 else 0.5 if days <= 7 else 0.0
    one_party = len(_shared_parties(a, b)) < 2 and not a.people & b.people
    if one_party and min(len(a.about), len(b.about)) > 1 and _about(a, b) <= CHANCE_OVERLAP:
        return 0.5 if days <= 1 else 0.0  # a government refuses more than one thing a day
    return 2.5 if days <= 1 else 1.5 if days <= 3 else 0.5 if days <= 7 else 0.0


def _time_points(a: ActSketch, b: ActSketch) -> float:
    if gap(a, b):
        return 0.5
    narrow, wide = (a, b) if a.width <= b.width else (b, a)
    if wide.width <= 1:
        return 3.0
    if wide.width <= 8:
        return 2.0
    if narrow.width > UNDATED_DAYS:
        return _told_together(a, b)
    if wide.width > UNDATED_DAYS:
        return _recency(narrow, wide)
    return 1.0 if wide.width <= MONTHS_DAYS else 0.5


def score(a: ActSketch, b: ActSketch) -> float:
    """How well two accounts that do not contradict each other agree, in points."""
    points = _time_points(a, b)
    if a.place and b.place:
        known = a.place[1] or b.place[1]
        points += 2.0 if a.place[0] == b.place[0] else 1.0 if known else -1.0
    if a.people & b.people:
        points += 1.0
    if a.issues & b.issues:
        points += 0.5
    if a.report == b.report:
        points += 0.5
    about = _about(a, b)
    if a.family in BY_SUBJECT:
        points += 0.5 if a.type == b.type or ahead(a) != ahead(b) else 0.0  # a signing to come is a promise to sign
        points += _side_points(a, b)
        points += _what_points(a, b, about) + _subject_points(a, b, about)
    else:
        points += 1.0 if a.level and a.level == b.level else 0.0
        if a.parties == b.parties and len(a.parties - a.unknown) > 1:
            points += 0.5 if a.family == "force" else 1.0
        points += _what_points(a, b, about) + 0.5 * about
        if a.family == "force" and a.about and b.about and not about:
            points -= 1.0  # one enemy shells a school and a bridge on one day
    return points


def _same_sides(a: ActSketch, b: ActSketch) -> bool:
    """True where the same act on the same; one account may leave out on whom."""
    return bool(a.sources) and a.sources == b.sources and (a.targets == b.targets or not (a.targets and b.targets))


def _what_points(a: ActSketch, b: ActSketch, about: float) -> float:
    """Points for what the act is called; off for other words, where neither the subject nor a second party speaks for
    it. Of meetings, accords and what two do, there are too many words for one thing."""
    if a.what & b.what or not a.what or not b.what or about or a.family in ("meeting", "accord"):
        return 0.5 * overlap(a.what, b.what)
    return -1.0 if a.family == "force" else -0.5 if len(_shared_parties(a, b)) < 2 else 0.0


def _side_points(a: ActSketch, b: ActSketch) -> float:
    """Points where the same act on the same; more for an accord of the same several: who makes it says most of it."""
    if not _same_sides(a, b):
        return 0.0
    return 1.0 if a.family == "accord" and len(a.sources - a.unknown) > 1 else 0.5


def _subject_points(a: ActSketch, b: ActSketch, about: float) -> float:
    """Points for the subject; none where either account does not say it, or says too little."""
    if not a.about or not b.about:
        return 0.0
    same = a.report == b.report
    if about > (SAME_REPORT_OVERLAP if same else CHANCE_OVERLAP):
        asked_again = a.family == "ask" and not same and len(a.about & b.about) >= SAME_WORDS and _same_sides(a, b)
        return SAME_SUBJECT * about + (1.0 if asked_again else 0.0)
    if not same and min(len(a.about), len(b.about)) == 1:
        # "condemned the killings", "condemned the attack": one word does not tell two acts between the same two apart
        return 0.0 if len(_shared_parties(a, b)) > 1 else -OTHER_WORD * (2 if a.family == "ask" else 1)
    return -OTHER_SUBJECT["ask"] if same else -OTHER_SUBJECT.get(a.family, OTHER_SUBJECT_ELSE)


def needed(act: ActSketch) -> float:
    """Points that a pair with this account needs."""
    return NEEDED_ASK if act.family == "ask" else NEEDED
