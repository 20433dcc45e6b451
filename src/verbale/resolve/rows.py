"""From findings and what they resolve to, report by report: statements, times, accounts, answers, agreements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.model import (
    Account,
    ActorRow,
    Findings,
    ProvisionRow,
    ProvisionStatus,
    ProvisionStatusRow,
    Report,
    ReportRow,
    StatementRow,
    TimeRow,
)
from verbale.resolve.agreements import AgreementSketch
from verbale.resolve.answers import REPLIES, LocalAnswer
from verbale.resolve.sketches import evidence_of, published_day


@dataclass(frozen=True, slots=True)
class Context:
    """One report with its findings and the rows that its actors came to."""

    report: Report
    findings: Findings
    ids: Mapping[tuple[str, str], str]
    actors: Mapping[str, ActorRow]

    def row_ids(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Row ids of local actors, in order, each once."""
        found = (self.ids.get((self.report.id, key)) for key in keys)
        return tuple(dict.fromkeys(i for i in found if i is not None))

    def names(self, keys: Sequence[str]) -> tuple[str, ...]:
        """Names of local actors as the record has them."""
        return tuple(self.actors[i].name for i in self.row_ids(keys))


def report_row(report: Report, copy_of: str | None = None, wire: str | None = None) -> ReportRow:
    """The row of a report."""
    return ReportRow(
        id=report.id,
        path=report.path,
        outlet=report.outlet,
        url=report.url,
        headline=report.headline,
        byline=report.byline,
        published=report.published.time,
        published_how=report.published.how,
        published_reasons=report.published.reasons,
        language=report.language,
        copy_of=copy_of,
        wire=wire,
    )


def statement_rows(context: Context) -> tuple[StatementRow, ...]:
    """Rows of the report's statements, in order of the text."""
    report = context.report
    kinds = {actor.key: actor for actor in context.findings.actors}
    rows = []
    for statement in context.findings.statements:
        speakers = [kinds[key] for key in statement.speakers if key in kinds]
        parties = {s.party or (s.name if s.kind in ("state", "group", "organisation") else None) for s in speakers}
        rows.append(
            StatementRow(
                id=statement.id,
                report=report.id,
                outlet=report.outlet,
                reported=report.published.time,
                speakers=context.row_ids(statement.speakers),
                speaker_names=context.names(statement.speakers),
                unnamed=bool(speakers) and all(s.kind == "unnamed" for s in speakers),
                party=next(iter(parties)) if len(parties) == 1 else None,
                ambiguous=statement.ambiguous,
                mode=statement.mode,
                attitude=statement.attitude,
                denial=statement.denial,
                cue=evidence_of(report.id, statement.cue),
                content=evidence_of(report.id, statement.content),
                source=evidence_of(report.id, statement.source),
                said=statement.said,
                venue=statement.venue,
                issues=statement.issues,
                parent=statement.parent,
                origin=statement.origin,
            )
        )
    return tuple(rows)


def time_rows(context: Context) -> tuple[TimeRow, ...]:
    """Rows of the report's expressions of time."""
    return tuple(
        TimeRow(context.report.id, t.span.start, t.span.end, t.span.text, t.type, t.value, t.mod, t.time)
        for t in context.findings.times
    )


def accounts(context: Context, lean: bool = False) -> tuple[Account, ...]:
    """The report's accounts of acts, one for each of its local acts, in their order; lean ones without their
    words, but for acts that may answer an ask."""
    report = context.report
    statements = {s.id: s for s in context.findings.statements}
    kinds = {actor.key: actor.kind for actor in context.findings.actors}
    told = []
    for act in context.findings.acts:
        claim = statements.get(act.claimed_by) if act.claimed_by else None
        speakers = context.names(claim.speakers) if claim else ()
        told.append(
            Account(
                act=act.id,
                report=report.id,
                outlet=report.outlet,
                reported=report.published.time,
                evidence=()
                if lean and act.type not in REPLIES
                else evidence_of(report.id, act.evidence or (act.trigger,)),
                when=act.when,
                status=act.status,
                outcome=act.outcome,
                outcome_text="" if lean else act.outcome_text,
                place=act.place,
                people=context.names(act.people),
                numbers=act.numbers,
                claimant=", ".join(speakers) or None,
                claimed_by=act.claimed_by,
                unnamed=bool(claim and claim.speakers) and all(kinds.get(k) == "unnamed" for k in claim.speakers)
                if claim
                else False,
            )
        )
    return tuple(told)


def local_answers(context: Context) -> tuple[LocalAnswer, ...]:
    """The answers that the report tells of."""
    day: date | None = published_day(context.report)
    return tuple(
        LocalAnswer(a.ask, a.act, a.answer, evidence_of(context.report.id, a.evidence), a.as_of, day)
        for a in context.findings.answers
    )


def agreement_sketches(context: Context) -> tuple[AgreementSketch, ...]:
    """The report's agreements with the record's names for their parties and claimants."""

    def status(found: Sequence[ProvisionStatus]) -> tuple[ProvisionStatusRow, ...]:
        return tuple(
            ProvisionStatusRow(
                s.value,
                ", ".join(context.names((s.claimant,))) or None if s.claimant else None,
                context.report.published.time,
                evidence_of(context.report.id, s.evidence),
            )
            for s in found
        )

    return tuple(
        AgreementSketch(
            id=agreement.id,
            report=context.report.id,
            name=agreement.name,
            named=agreement.named,
            parties=context.names(agreement.parties),
            party_ids=context.row_ids(agreement.parties),
            date=agreement.date,
            aliases=agreement.aliases,
            provisions=tuple(
                ProvisionRow(p.text, evidence_of(context.report.id, p.evidence), status(p.status))
                for p in agreement.provisions
            ),
            status=status(agreement.status),
            evidence=evidence_of(context.report.id, agreement.evidence),
        )
        for agreement in context.findings.agreements
    )
