"""The arrays that a page's lines are seen through say what the lines say one by one."""

import random

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.ingest.bare.characters import characters
from verbale.ingest.bare.features import NAMES
from verbale.ingest.bare.furniture import furniture_kind, words_in
from verbale.ingest.bare.known import number_of, number_of_line
from verbale.ingest.bare.lines import LOCAL, seen_in, seen_in_each
from verbale.ingest.bare.network import STRETCHES, Network, line_model
from verbale.ingest.bare.segment import START, best_path
from verbale.ingest.bare.words import page_words
from verbale.ingest.clean import changed_places, clean
from verbale.ingest.word_lists import lines_of

LINES = [
    "Talks in Muscat end after the envoys' third day",
    "By Lena Marhold",
    "Share on Facebook",
    "MUSCAT, May 3 — The Houthi delegation’s head said that the U.N. envoy’s well-known plan had not changed.",
    "“We don't accept it,” he said. “Not in 2024, and not in 2025.”",
    "© 2024 Gulf Ledger. All rights reserved.",
    "회담이 열렸다. 대표단은 월요일에 만난다",
    "🙂",
    "…",
    "Read more: Ferry fares rise again",
    "-",
    "www.gulfledger.example/talks/2024",
]


def test_a_page_has_the_words_of_its_lines() -> None:
    words = page_words(characters(LINES))
    assert words.count.tolist() == [sum(word != "©" for word in words_in(line)) for line in LINES]
    assert len(words.number) == sum(words.count.tolist())


def test_words_are_the_same_whatever_their_case_and_ending() -> None:
    words = page_words(characters(["Envoy ENVOY envoys envoy's envoy’s envoyé"]))
    assert len(set(words.number[:2].tolist())) == 1
    assert len(set(words.stem.tolist())) == 2
    assert words.capital.tolist() == [True, True, False, False, False, False]


def test_furniture_is_what_each_line_by_itself_is() -> None:
    assert seen_in(LINES).kinds == [furniture_kind(words_in(line.lower()))[0] for line in LINES]


FRENCH = [
    "Les pourparlers de Genève reprennent sans les délégués du nord",
    "La cheffe de la délégation a dit que le plan de l'envoyé n'avait pas changé depuis le mois de mai.",
    "Partager",
]


@given(st.lists(st.sampled_from([LINES, LINES[:1], LINES[6:9], FRENCH, ["-"], ["…", "🙂"]]), min_size=1, max_size=6))
def test_pages_looked_at_together_show_what_each_shows_alone(pages: list[list[str]]) -> None:
    for page, together in zip(pages, seen_in_each(pages), strict=True):
        alone = seen_in(page)
        for name in LOCAL:
            assert together.local[name].tobytes() == alone.local[name].tobytes(), name
        assert together.kinds == alone.kinds
        assert (together.sentence == alone.sentence).all() and (together.furniture == alone.furniture).all()
        for part in type(alone.words).__struct_fields__:
            assert (getattr(together.words, part) == getattr(alone.words, part)).all(), part


def test_every_phrase_of_furniture_is_seen_wherever_it_may_stand() -> None:
    rows = [line.split("\t")[1:3] for name in ("furniture.tsv", "furniture_other.tsv") for line in lines_of(name)]
    patterns = {"is": "{}", "starts": "{} Halmstad Qvist", "has": "Halmstad {} Qvist"}
    lines = [patterns[how].format(phrase) for how, phrase in rows]
    assert len(lines) > 1000
    known = [furniture_kind(words_in(line.lower()))[0] for line in lines]
    seen = seen_in(lines).kinds
    assert all(known) and [line for line, kind in zip(lines, seen, strict=True) if not kind] == []


def test_the_language_of_a_page_is_told_by_words_and_not_by_initials() -> None:
    table = ["Viken D. Halden S. 61-21", "Moss D. Horten L. 40-38", "Lier D. Asker S. 3-1", "The cup is in Oslo"]
    assert page_words(characters(table)).smalls.tolist() == [0, 0, 0, 3]
    french = ["Le ministre a dit que la paix est dans les mains de tous", "Lire la suite"]
    assert page_words(characters(french)).smalls.tolist()[0] > 4


@pytest.mark.parametrize(
    ("feature", "marked"),
    [
        ("terminal", {3, 4, 5, 8}),
        ("byline", {1}),
        ("quoted", {4}),
        ("copyright", {5}),
        ("link", {11}),
        ("said", {3, 4}),
        ("dash_start", {10}),
    ],
)
def test_what_lines_show(feature: str, marked: set[int]) -> None:
    column = seen_in(LINES).local[feature]
    assert {number for number, value in enumerate(column.tolist()) if value} == marked


def test_a_body_begins_and_ends_at_lines_that_speak_for_it() -> None:
    draw = random.Random(7)
    for _ in range(200):
        scores = [draw.uniform(-4, 4) for _ in range(draw.randint(1, 40))]
        path = best_path(scores, [""] * len(scores))
        body = [number for number, state in enumerate(path) if state == 1]
        if not body:
            continue
        assert scores[body[0]] > 0 and scores[body[-1]] > 0
        assert set(path[: body[0]]) <= {0} and set(path[body[-1] + 1 :]) <= {3}
        assert sum(scores[number] for number in body) > START


def test_changed_places_are_where_cleaning_changes_a_line() -> None:
    for line in ("plain", "a\u00a0b", "co\u00adop", "a  b", "Tom &amp; Ann", "ﬁnal", "tab\there", "x\u200by"):
        assert bool(changed_places(line)) == (clean(line).text != line)


def test_a_word_has_its_number_wherever_it_stands() -> None:
    words = page_words(characters(["“Talks — talks!”", "the talks of Doha", "of Doha, the talks"]))
    assert words.number.tolist()[:2] == [number_of("talks")] * 2
    assert words.number.tolist()[4:6] == [number_of("of"), number_of("doha")]
    assert words.of_whole_lines().tolist()[1] == number_of_line(["the", "talks", "of", "doha"])
    assert len(set(words.of_whole_lines().tolist())) == 3


@pytest.mark.parametrize("lines", [1, 3, 50])
def test_the_second_layer_sees_means_of_the_first_around_each_line(lines: int) -> None:
    draw = numpy.random.default_rng(lines)

    def numbers(*shape: int) -> numpy.typing.NDArray[numpy.float32]:
        return draw.normal(0, 0.3, shape).astype(numpy.float32)

    size, units = len(NAMES), 4
    network = Network(
        numbers(size),
        numbers(size) ** 2 + 1,
        numbers(size, units),
        numbers(units),
        numbers((len(STRETCHES) + 1) * units, 3),
        numbers(3),
        numbers(3),
        0.1,
    )
    table = numbers(size, lines)
    scores = ((table - network.mean[:, None]) / network.scale[:, None]).clip(-4, 4)
    first = numpy.tanh(network.inner.T @ scores + network.hidden[:, None])
    for line in range(lines):
        seen = []
        for start, end in STRETCHES:
            within = [at for at in range(line + start, line + end + 1) if 0 <= at < lines]
            seen.append(first[:, within].sum(axis=1) / (end - start + 1))
        above = numpy.tanh(network.mixed.T @ numpy.concatenate([*seen, first.mean(axis=1)]) + network.second)
        assert network.odds(table)[line] == pytest.approx(network.outer @ above + network.output, abs=1e-4)


def test_the_file_of_a_network_gives_it_again() -> None:
    network = line_model()
    table = numpy.random.default_rng(1).normal(0, 1, (len(NAMES), 9)).astype(numpy.float32)
    assert numpy.allclose(Network.from_rows(network.rows()).odds(table), network.odds(table))
