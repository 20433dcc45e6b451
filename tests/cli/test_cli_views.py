"""Every command on the record of the sample case."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from verbale.cli.app import main
from verbale.record import Record

VIEWS = ["status", "timeline", "statements", "ledger", "agreements", "actors", "positions", "sources"]


@pytest.fixture
def run(sample_path: Path, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Runs a command on the sample record; gives its exit code, output and errors."""

    def go(*arguments: str, record: Path = sample_path) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([*arguments, "--record", str(record)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return go


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_prints_a_table_and_json(run, view: str) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = run(view)
    assert code == 0
    assert out.strip()
    code, out, _ = run(view, "--json")
    assert code == 0
    assert json.loads(out)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_as_of_a_day_knows_nothing_later(run, view: str) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = run(view, "--as-of", "2019-01-01", "--json")
    assert code == 0
    known = json.loads(out)
    assert not known or not any(known.get(key) for key in ("tracks", "issues", "cells", "reports", "statements"))


def test_filters_narrow(run) -> None:  # type: ignore[no-untyped-def]
    everything = json.loads(run("statements", "--json")[1])
    outlets = {row["outlet"] for row in everything}
    assert len(outlets) > 1
    chosen = sorted(filter(None, outlets))[0]
    some = json.loads(run("statements", "--json", "--outlet", chosen.upper())[1])
    assert {row["outlet"] for row in some} == {chosen}
    assert len(some) < len(everything)
    egypt = json.loads(run("timeline", "--json", "--actor", "Egypt")[1])
    assert 0 < len(egypt) < len(json.loads(run("timeline", "--json")[1]))


def test_why_shows_the_evidence_of_every_row_of_every_view(run, sample: Record) -> None:  # type: ignore[no-untyped-def]
    rows = [*sample.acts()[:4], *sample.statements()[:4], *sample.agreements()[:2], *sample.actors()[:3]]
    rows += sample.reports()[:1]
    for row in rows:
        code, out, err = run("why", row.id, "--json")
        assert code == 0, err
        told = json.loads(out)
        assert told["id"] == row.id
        for quote in told["quotes"]:
            assert quote["sentence"][quote["start"] : quote["end"]] == quote["evidence"]["text"]
            text = sample.report_text(quote["report"])
            assert text[quote["evidence"]["start"] : quote["evidence"]["end"]] == quote["evidence"]["text"]


def test_an_id_may_be_cut_short_as_far_as_it_is_clear(run, sample: Record) -> None:  # type: ignore[no-untyped-def]
    act = sample.acts()[0].id
    assert json.loads(run("why", act[:12], "--json")[1])["id"] == act
    code, _, err = run("why", "act-")
    assert code == 1
    assert "give more of it" in err
    code, _, err = run("why", "zzz")
    assert (code, err.count("\n")) == (1, 1)
    assert "no row has this id" in err


def test_why_tells_how_the_day_of_a_report_is_known_and_what_was_dropped(run, sample: Record) -> None:  # type: ignore[no-untyped-def]
    for row in sample.reports():
        out = run("why", row.id)[1]
        assert f"({row.published_how})" in out
    with_furniture = next(row.id for row in sample.reports() if sample.report(row.id).dropped)
    dropped = json.loads(run("why", with_furniture, "--dropped", "--json")[1])
    assert all(line["reason"] and line["text"] for line in dropped)


def test_compare_changes_and_search(run, sample: Record) -> None:  # type: ignore[no-untyped-def]
    shared = next(act for act in sample.acts() if len({account.report for account in act.accounts}) > 1)
    assert json.loads(run("compare", shared.id, "--json")[1])["aspects"]
    assert run("compare", shared.id)[1].strip()
    assert json.loads(run("changes", "--since", "2020-03-01", "--json")[1])
    assert run("changes", "--since", "2020-03-01")[1].strip()
    found = json.loads(run("search", "dam", "--json")[1])
    assert found
    assert all(hit["sentence"][start:end].lower().startswith("dam") for hit in found for start, end in hit["marks"])
    assert run("search", "dam")[1].strip()
    code, _, err = run("search", "?!")
    assert (code, err.count("\n")) == (1, 1)


def test_a_case_file_can_be_drafted_and_is_read_again(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    from verbale.world import load_case

    target = tmp_path / "draft.toml"
    assert run("case", "draft", "-o", str(target))[0] == 0
    assert load_case(target).parties


def test_export_holds_to_its_word(run, sample: Record) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = run("export", "--format", "jsonl")
    assert code == 0
    lines = [json.loads(line) for line in out.splitlines()]
    assert {line["kind"] for line in lines} >= {"report", "statement", "time", "act", "actor"}
    texts = {line["id"]: line["text"] for line in lines if line["kind"] == "report"}
    acts = {line["id"] for line in lines if line["kind"] == "act"}
    checked = 0
    for line in lines:
        for piece in _spans(line, line.get("report")):
            assert texts[piece["report"]][piece["start"] : piece["end"]] == piece["text"]
            checked += 1
        if line["kind"] == "answer":
            assert line["ask"] in acts
            assert line["act"] is None or line["act"] in acts
    assert checked > 100


def _spans(value: object, report: object):  # type: ignore[no-untyped-def]
    """Everything in a line that has a start, an end and a text, with the report that it is of."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= set(value):
            yield {"report": value.get("report", report), **value}
        for inner in value.values():
            yield from _spans(inner, report)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner, report)


def test_export_writes_tables(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert run("export", "--format", "csv", "-o", str(tmp_path / "tables"))[0] == 0
    assert (tmp_path / "tables" / "act.csv").stat().st_size > 100
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    assert run("export", "--format", "parquet", "-o", str(tmp_path / "columns"))[0] == 0
    assert (tmp_path / "columns" / "act.parquet").stat().st_size > 100


def test_no_terminal_control_reaches_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    from verbale.cli.output import emit
    from verbale.cli.tables import ledger, statements
    from verbale.views.ledger import LedgerLine

    nasty = "\x1b[2Jwiped \u202eback [bold]not markup[/bold]"
    line = LedgerLine("i", (nasty,), (), nasty, nasty, (), None, "unknown", "none", None, None, None, "", (), (), ())
    emit([line], False, ledger)
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "[bold]" in out.replace("\n", " ").replace("  ", "")
    emit([], False, statements, "nothing")
    assert capsys.readouterr().err == "nothing\n"


def test_views_start_without_the_language_pipeline(sample_path: Path) -> None:
    """A view must not wait for spaCy: it is imported by what reads alone."""
    script = (
        "import sys; from verbale.cli.app import main; "
        f"code = main(['status', '--record', {str(sample_path)!r}]); "
        "heavy = [name for name in ('spacy', 'trafilatura', 'jinja2', 'yaml') if name in sys.modules]; "
        "print(heavy, file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_the_dossier_has_the_name_of_the_case(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    target = tmp_path / "d.html"
    assert run("dossier", "-o", str(target))[0] == 0
    assert "<title>Nile dam talks, 2020</title>" in target.read_text(encoding="utf-8")
