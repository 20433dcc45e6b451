"""The order in which rows stand. Apart from what makes them, so that a view loads no more than this."""

from datetime import date

from verbale.model import ActRow, ReportRow, StatementRow


def act_order(act: ActRow) -> tuple[date, date, str]:
    """Acts by when they happened; undated ones last."""
    when = act.when
    first = (when.earliest or when.latest or date.max) if when else date.max
    return first, (when.latest or date.max) if when else date.max, act.id


def report_order(row: ReportRow) -> tuple[date, str]:
    """Reports by the day by which they were out; undated ones last."""
    return ((row.published.latest or row.published.earliest or date.max) if row.published else date.max), row.id


def statement_order(row: StatementRow) -> tuple[date, str, int, str]:
    """Statements by when they were said, or else reported, then by place in the text."""
    time = row.said or row.reported
    day = (time.earliest or time.latest or date.max) if time else date.max
    return day, row.report, row.content[0].start if row.content else 0, row.id
