"""The keys that other programs read, and what they mean; see docs/export.md."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from making import MadeRows, account, act, actor, day, report, span, statement
from verbale.export import KINDS, json_schema, lines, write_csv, write_jsonl, write_parquet
from verbale.model import AgreementRow, AnswerRow, OfficeRow, ProvisionRow, ProvisionStatusRow, TimeRow

TEXT = "“The mine closes,” minister Ada Holm said on Friday. Norland asked Sudria to pay; Sudria was silent."
SAID = span("r1", TEXT, "The mine closes")
CUE = span("r1", TEXT, "said")
WHO = span("r1", TEXT, "minister Ada Holm")
ASKED = span("r1", TEXT, "Norland asked Sudria to pay")


def rows() -> MadeRows:
    holm = actor(
        "p1",
        "person",
        name="Ada Holm",
        party="Norland",
        offices=(OfficeRow("minister", "Norland", date(2021, 3, 4), date(2021, 3, 4), (WHO,)),),
    )
    told = account("r1", (ASKED,))
    retold = account("r2", (span("r2", TEXT, "Sudria was silent"),))
    kept = ProvisionStatusRow("kept", None, None, (SAID,))
    return MadeRows(
        {"r1": TEXT, "r2": TEXT},
        reports=(report("r1"), report("r2", published=None)),
        actors=(holm, actor("Norland")),
        statements=(
            statement(
                "s1",
                "r1",
                "p1",
                (SAID,),
                speaker_names=("Ada Holm",),
                party="Norland",
                cue=(CUE,),
                source=(WHO,),
                said=day("2021-03-05"),
            ),
            statement("s2", "r1", "", (SAID,)),
            statement("s3", "r1", "p1", (SAID,), speaker_names=("Ada Holm", "Lars Holm"), ambiguous=True),
            statement("s4", "r1", "p1", (SAID,), speaker_names=("Ada Holm", "Per Lund")),
        ),
        times=(
            TimeRow(
                "r1",
                TEXT.index("Friday"),
                TEXT.index("Friday") + 6,
                "Friday",
                "DATE",
                "2021-03-05",
                "",
                day("2021-03-05"),
            ),
        ),
        acts=(
            act(
                "a1",
                "REQUEST",
                (told, retold),
                modes=("assist",),
                what="request",
                sources=("Norland",),
                targets=("Sudria",),
            ),
        ),
        answers=(AnswerRow("a1", None, "none", date(2021, 3, 5), ()),),
        agreements=(
            AgreementRow(
                "g1",
                "Mine Pact",
                True,
                ("Norland",),
                ("Norland",),
                day("2020-01-01"),
                (),
                (ProvisionRow("The mine closes", (SAID,), (kept,)),),
                (),
                (SAID,),
            ),
        ),
    )


CONTRACT = {
    "report": {"kind", "id", "path", "outlet", "headline", "byline", "published", "text"},
    "statement": {"kind", "id", "report", "speaker", "mode", "attitude", "cue", "content", "said", "source"},
    "time": {"kind", "report", "start", "end", "text", "type", "value", "edtf", "earliest", "latest"},
    "act": {
        "kind",
        "id",
        "type",
        "mode",
        "what",
        "sources",
        "targets",
        "people",
        "subject",
        "level",
        "place",
        "when",
        "status",
        "outcome",
        "evidence",
    },
    "answer": {"kind", "ask", "act", "answer", "as_of"},
    "agreement": {"kind", "id", "name", "parties", "date", "provisions", "evidence"},
    "actor": {"kind", "id", "name", "actor_kind", "party", "offices", "aliases"},
}


def exported() -> list[dict[str, object]]:
    stream = io.BytesIO()
    count = write_jsonl(lines(rows()), stream)
    found = [json.loads(line) for line in stream.getvalue().decode().splitlines()]
    assert len(found) == count
    return found


def of_kind(kind: str) -> list[dict[str, object]]:
    return [line for line in exported() if line["kind"] == kind]


def test_every_kind_of_line_has_the_keys_of_the_contract() -> None:
    assert set(CONTRACT) == set(KINDS)
    for line in exported():
        missing = CONTRACT[str(line["kind"])] - set(line)
        assert not missing, f"{line['kind']} lacks {missing}"
    assert {line["kind"] for line in exported()} == set(KINDS)


def test_a_statement_line() -> None:
    said, silent, undecided, together = of_kind("statement")
    assert said["speaker"] == {
        "name": "Ada Holm",
        "kind": "person",
        "party": "Norland",
        "unnamed": False,
        "text": "minister Ada Holm",
    }
    assert said["content"] == [{"start": SAID.start, "end": SAID.end, "text": "The mine closes"}]
    assert {key: said["said"][key] for key in ("earliest", "latest")} == {
        "earliest": "2021-03-05",
        "latest": "2021-03-05",
    }  # type: ignore[index]
    assert silent["said"] is None
    assert silent["speaker"]["name"] is None  # type: ignore[index]
    assert (undecided["speaker"]["name"], undecided["ambiguous"]) == (None, True)  # type: ignore[index]
    assert undecided["speakers"] == ["Ada Holm", "Lars Holm"]
    assert together["speaker"]["name"] == "Ada Holm; Per Lund"  # type: ignore[index]


def test_an_act_is_one_line_with_the_evidence_of_every_report() -> None:
    (line,) = of_kind("act")
    assert [piece["report"] for piece in line["evidence"]] == ["r1", "r2"]  # type: ignore[attr-defined]
    assert (line["type"], line["mode"], line["when"]) == ("REQUEST", "assist", None)
    assert (line["sources"], line["targets"]) == (["Norland"], ["Sudria"])


def test_a_report_whose_day_is_not_known_has_no_bounds() -> None:
    known, unknown = of_kind("report")
    assert known["published"] | {"reasons": []} == {
        "earliest": "2021-03-04",
        "latest": "2021-03-04",
        "how": "given",
        "reasons": [],
    }  # type: ignore[operator]
    assert {key: unknown["published"][key] for key in ("earliest", "latest", "how")} == {  # type: ignore[index]
        "earliest": None,
        "latest": None,
        "how": "unknown",
    }


def test_an_answer_and_an_agreement() -> None:
    (answer,) = of_kind("answer")
    assert (answer["ask"], answer["act"], answer["answer"], answer["as_of"]) == ("a1", None, "none", "2021-03-05")
    (pact,) = of_kind("agreement")
    (point,) = pact["provisions"]  # type: ignore[misc]
    assert point["status"][0]["value"] == "kept"
    assert point["status"][0]["claimant"] is None


def test_csv_holds_the_same_rows_in_one_file_a_kind(tmp_path: Path) -> None:
    write_csv(lines(rows()), tmp_path)
    for kind in KINDS:
        with (tmp_path / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
            table = list(csv.DictReader(file))
        assert len(table) == len(of_kind(kind)), kind
    with (tmp_path / "statement.csv").open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    assert (first["speaker_name"], first["said_earliest"]) == ("Ada Holm", "2021-03-05")


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(tmp_path: Path) -> None:
    text = '=HYPERLINK("x")'
    write_csv(lines(MadeRows({"r": text}, reports=(report("r", headline="=1+1"),))), tmp_path)
    with (tmp_path / "report.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    assert row["headline"] == "'=1+1"
    assert row["text"] == "'" + text


def test_parquet_holds_the_same_rows(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    write_parquet(lines(rows()), tmp_path)
    for kind in KINDS:
        assert parquet.read_table(tmp_path / f"{kind}.parquet").num_rows == len(of_kind(kind)), kind


def test_the_schema_names_every_key() -> None:
    properties = {name: set(schema.get("properties", ())) for name, schema in json_schema()["$defs"].items()}
    for kind, keys in CONTRACT.items():
        assert keys <= properties[f"{kind.capitalize()}Line"]
