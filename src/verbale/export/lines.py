"""From the record's rows to the lines of an export."""

from collections.abc import Iterable, Iterator, Mapping

from verbale.export import rows as out
from verbale.model import (
    Account,
    ActorRow,
    ActRow,
    AgreementRow,
    AnswerRow,
    Evidence,
    Filter,
    ProvisionStatusRow,
    ReportRow,
    StatementRow,
    TimeRow,
    TimeValue,
)
from verbale.views.rows import EVERYTHING, Rows
from verbale.views.timeline import evidence_of


def lines(rows: Rows, keep: Filter = EVERYTHING) -> Iterator[out.Line]:
    """Every line of the export: reports first, then statements, times, acts, answers, agreements and actors."""
    reports = rows.reports(keep)
    for report in reports:
        yield report_line(report, rows.report_text(report.id))
    actors = {row.id: row for row in rows.actors()}
    for statement in rows.statements(keep):
        yield statement_line(statement, actors)
    for report in reports:
        yield from map(time_line, rows.times(report.id))
    yield from map(act_line, rows.acts(keep))
    yield from map(answer_line, rows.answers(keep))
    yield from map(agreement_line, rows.agreements(keep))
    yield from map(actor_line, rows.actors(keep))


def report_line(row: ReportRow, text: str) -> out.ReportLine:
    """A report with its text."""
    return out.ReportLine(
        id=row.id,
        path=row.path,
        outlet=row.outlet,
        headline=row.headline,
        byline=row.byline,
        published=out.PublishedOn(
            earliest=row.published.earliest if row.published else None,
            latest=row.published.latest if row.published else None,
            how=row.published_how,
            reasons=row.published_reasons,
        ),
        text=text,
        url=row.url,
        language=row.language,
        copy_of=row.copy_of,
        wire=row.wire,
    )


# Who speaks for itself: its own party.
_PARTIES = frozenset({"state", "group"})


def statement_line(row: StatementRow, actors: Mapping[str, ActorRow]) -> out.StatementLine:
    """A statement. Undecided speakers: `speaker` has no name, `ambiguous` says why, `speakers` lists all who may be."""
    first = actors.get(row.speakers[0]) if row.speakers and not row.ambiguous else None
    shown = () if row.ambiguous else row.speaker_names
    return out.StatementLine(
        id=row.id,
        report=row.report,
        speaker=out.Speaker(
            name="; ".join(shown) or None,
            kind=first.kind if first else ("unnamed" if row.unnamed else None),
            party=row.party or (first.name if first and first.kind in _PARTIES else None),
            unnamed=row.unnamed,
            text=" ".join(span.text for span in row.source),
        ),
        mode=row.mode,
        attitude=row.attitude,
        cue=_spans(row.cue),
        content=_spans(row.content),
        said=_when(row.said),
        source=_spans(row.source),
        speakers=row.speaker_names,
        ambiguous=row.ambiguous,
        denial=row.denial,
        venue=row.venue,
        issues=row.issues,
        parent=row.parent,
        origin=row.origin,
    )


def time_line(row: TimeRow) -> out.TimeLine:
    """An expression of time."""
    return out.TimeLine(
        report=row.report,
        start=row.start,
        end=row.end,
        text=row.text,
        type=row.type,
        value=row.value,
        edtf=row.time.edtf if row.time else None,
        earliest=row.time.earliest if row.time else None,
        latest=row.time.latest if row.time else None,
        mod=row.mod,
        granularity=row.time.granularity if row.time else None,
    )


def act_line(row: ActRow) -> out.ActLine:
    """An act with the evidence of every report that tells of it."""
    return out.ActLine(
        id=row.id,
        type=row.type,
        mode=row.modes[0] if row.modes else None,
        what=row.what,
        sources=row.sources,
        targets=row.targets,
        people=row.people,
        subject=row.subject,
        level=row.level,
        place=row.place,
        when=_when(row.when),
        status=row.status,
        outcome=row.outcome,
        evidence=_evidence(evidence_of(row)),
        modes=row.modes,
        contexts=row.contexts,
        issues=row.issues,
        track=row.track,
        accounts=tuple(map(_account, row.accounts)),
        claimants=row.claimants,
        independent=row.independent,
    )


def _account(account: Account) -> out.AccountAt:
    return out.AccountAt(
        report=account.report,
        outlet=account.outlet,
        claimant=account.claimant,
        statement=account.claimed_by,
        status=account.status,
        outcome=account.outcome,
        when=_when(account.when),
    )


def answer_line(row: AnswerRow) -> out.AnswerLine:
    """What came of an ask."""
    return out.AnswerLine(
        ask=row.ask, act=row.act, answer=row.answer, as_of=row.as_of, evidence=_evidence(row.evidence)
    )


def agreement_line(row: AgreementRow) -> out.AgreementLine:
    """An agreement with its provisions and the words on each."""
    return out.AgreementLine(
        id=row.id,
        name=row.name,
        parties=row.parties,
        date=_when(row.date),
        provisions=tuple(
            out.ProvisionAt(text=point.text, evidence=_evidence(point.evidence), status=_status(point.status))
            for point in row.provisions
        ),
        evidence=_evidence(row.evidence),
        named=row.named,
        aliases=row.aliases,
        status=_status(row.status),
    )


def actor_line(row: ActorRow) -> out.ActorLine:
    """An actor with offices and other names."""
    return out.ActorLine(
        id=row.id,
        name=row.name,
        actor_kind=row.kind,
        party=row.party,
        offices=tuple(
            out.OfficeAt(
                title=office.title,
                party=office.party,
                first=office.first,
                last=office.last,
                evidence=_evidence(office.evidence),
            )
            for office in row.offices
        ),
        aliases=row.aliases,
        world=row.world,
    )


def _when(time: TimeValue | None) -> out.When | None:
    if time is None:
        return None
    return out.When(
        earliest=time.earliest,
        latest=time.latest,
        granularity=time.granularity,
        edtf=time.edtf,
        approximate=time.approximate,
        how=time.how,
    )


def _spans(evidence: Iterable[Evidence]) -> tuple[out.SpanAt, ...]:
    return tuple(out.SpanAt(start=span.start, end=span.end, text=span.text) for span in evidence)


def _evidence(evidence: Iterable[Evidence]) -> tuple[out.EvidenceAt, ...]:
    return tuple(out.EvidenceAt(report=s.report, start=s.start, end=s.end, text=s.text) for s in evidence)


def _status(status: Iterable[ProvisionStatusRow]) -> tuple[out.StatusAt, ...]:
    return tuple(
        out.StatusAt(value=one.value, claimant=one.claimant, evidence=_evidence(one.evidence)) for one in status
    )
