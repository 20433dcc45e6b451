"""A case file drafted from what was read: parties, people, issues, tracks and agreements, each with its evidence in a
comment, for an analyst to correct. What comes out is a valid case file (docs/case-file.md)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from verbale.model import ActorRow, Evidence
from verbale.views.dates import show_time
from verbale.views.rows import EVERYTHING, Rows
from verbale.world.case import LEVELS

# A party, person or issue that fewer reports tell of is left out: a draft names who matters.
FEWEST_REPORTS = 1
MOST_PEOPLE = 60
QUOTE_LENGTH = 90


def case_draft(rows: Rows) -> str:
    """The TOML text. Every entry stands under a comment that says which reports it rests on, with words quoted."""
    outlets = {report.id: report.outlet or report.path for report in rows.reports()}
    reports = rows.reports()
    lines = [
        f"# Drafted by verbale from {len(reports)} reports. Check every entry; delete what does not belong.",
        'name = ""',
    ]
    actors = {actor.id: actor for actor in rows.actors()}
    parties = _parties(rows, actors)
    lines += _entries("party", (_party(actors[key], outlets, rows) for key in parties))
    names = {actors[key].name for key in parties}
    lines += _entries("person", _people(rows, actors.values(), names, outlets))
    lines += _entries("issue", _issues(rows))
    lines += _entries("track", _tracks(rows))
    lines += _entries("agreement", _agreements(rows, outlets))
    return "\n".join(lines) + "\n"


Entry = tuple[str, Sequence[tuple[str, object]]]


def _entries(table: str, entries: Iterable[Entry]) -> Iterator[str]:
    for comment, fields in entries:
        yield f"\n# {comment}"
        yield f"[[{table}]]"
        yield from (f"{key} = {_toml(value)}" for key, value in fields if value)


def _toml(value: object) -> str:
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join(_string(str(item)) for item in value) + "]"
    return str(value)


def _string(text: str) -> str:
    """A basic string of TOML 1.0: quotes, backslashes and control characters escaped."""
    plain = "".join(f"\\u{ord(c):04X}" if ord(c) < 32 or ord(c) == 127 else c for c in text.replace("\\", "\\\\"))
    return '"' + plain.replace('"', '\\"') + '"'


def _because(evidence: Sequence[Evidence], outlets: dict[str, str], rows: Rows) -> str:
    """The first piece of evidence with some of the words around it, and how many reports there are."""
    if not evidence:
        return "no words quoted"
    first = evidence[0]
    text = rows.report_text(first.report)
    start = max(0, first.start - 30)
    words = " ".join(text[start : first.end + 40].split())[:QUOTE_LENGTH]
    more = len({e.report for e in evidence}) - 1
    return f"{outlets.get(first.report, first.report)}: …{words}…" + (f" and {more} more" if more else "")


def _parties(rows: Rows, actors: dict[str, ActorRow]) -> list[str]:
    """Ids of the states and organisations that act, those of most acts first."""
    counts: Counter[str] = Counter()
    for act in rows.acts():
        for key in {*act.source_ids, *act.target_ids}:
            if key in actors and actors[key].kind in ("state", "organisation", "group"):
                counts[key] += 1
    return [key for key, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def _party(actor: ActorRow, outlets: dict[str, str], rows: Rows) -> Entry:
    known = actor.world is not None
    kind = actor.kind if actor.kind in ("state", "organisation", "group") else "organisation"
    return _because(actor.evidence, outlets, rows), (
        ("name", actor.name),
        ("kind", kind),
        ("aliases", () if known else actor.aliases),
    )


def _people(rows: Rows, actors: Iterable[ActorRow], parties: set[str], outlets: dict[str, str]) -> Iterator[Entry]:
    people = [a for a in actors if a.kind == "person" and len(a.name.split()) > 1 and len(a.reports) >= FEWEST_REPORTS]
    people.sort(key=lambda a: (a.party not in parties, -len(a.reports), a.name))
    for actor in people[:MOST_PEOPLE]:
        office = actor.offices[-1] if actor.offices else None
        because = _because((office.evidence if office else ()) or actor.evidence, outlets, rows)
        if office and office.first:
            because += "; since: the day of the first report that says so"
        yield (
            because,
            (
                ("name", actor.name),
                ("office", office.title if office else ""),
                ("party", actor.party or ""),
                ("since", office.first if office else None),
                ("aliases", tuple(a for a in actor.aliases if len(a.split()) > 1)),
            ),
        )


def _issues(rows: Rows) -> Iterator[Entry]:
    counts = Counter(issue for act in rows.acts() for issue in act.issues)
    counts.update(issue for statement in rows.statements() for issue in statement.issues)
    words: dict[str, Counter[str]] = {}
    for act in rows.acts():
        for issue in act.issues:
            words.setdefault(issue, Counter())[act.subject] += bool(act.subject)
    for issue, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        subjects = [subject for subject, _ in words.get(issue, Counter()).most_common(3) if subject]
        yield (
            f"{count} acts and statements; subjects: {'; '.join(subjects)[:QUOTE_LENGTH] or 'none'}",
            (
                ("name", issue),
                ("words", (issue,)),
            ),
        )


def _tracks(rows: Rows) -> Iterator[Entry]:
    acts = {act.id: act for act in rows.acts(EVERYTHING)}
    for track in sorted(rows.tracks(), key=lambda t: (-len(t.acts), t.id)):
        last = acts.get(track.acts[-1]) if track.acts else None
        comment = f"{len(track.acts)} meetings, the last {show_time(last.when if last else None)}"
        level = track.level if track.level in LEVELS else ""
        name = f"{track.name} ({track.level})" if track.level else track.name
        yield comment, (("name", name), ("parties", track.parties), ("level", level))


def _agreements(rows: Rows, outlets: dict[str, str]) -> Iterator[Entry]:
    for row in rows.agreements():
        yield (
            _because(row.evidence, outlets, rows),
            (
                ("name", row.name),
                ("parties", row.parties),
                ("date", row.date.edtf if row.date and "/" not in row.date.edtf else ""),
                ("aliases", row.aliases),
            ),
        )
